<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>arrivals</name>
        <message>
            <source>%1 folders are watched already.</source>
            <translation>已监视 %1 个文件夹。</translation>
        </message>
        <message>
            <source>%1 new</source>
            <translation>%1 个未看过</translation>
        </message>
        <message numerus="yes">
            <source>%n file arrived</source>
            <translation>
                <numerusform>新到 %n 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file dismissed; it stays where it is.</source>
            <translation>
                <numerusform>已忽略 %n 个文件，原文件不动。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting file was deleted or changed: %1</source>
            <translation>
                <numerusform>%n 个待加的文件已被删除或改动：%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Add %n to this case</source>
            <translation>
                <numerusform>把 %n 个加进本单</numerusform>
            </translation>
        </message>
        <message>
            <source>Add to this case</source>
            <translation>加进本单</translation>
        </message>
        <message>
            <source>Adding %1 of %2</source>
            <translation>正在添加 %1/%2</translation>
        </message>
        <message>
            <source>Allow it under System Settings, Privacy &amp; Security, Screen Recording, then start Aftercase again.</source>
            <translation>请到“系统设置 › 隐私与安全性 › 屏幕录制”里允许 Aftercase，然后重新打开本软件。</translation>
        </message>
        <message>
            <source>Choose a folder that is there, not a whole disk.</source>
            <translation>请选择一个存在的文件夹，不要选整个磁盘。</translation>
        </message>
        <message>
            <source>Choose a region of the screen</source>
            <translation>选取屏幕区域</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Choose the folder where files arrive.</source>
            <translation>请选择收文件的文件夹。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>忽略</translation>
        </message>
        <message>
            <source>Dismiss all</source>
            <translation>全部忽略</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Downloads</source>
            <translation>下载</translation>
        </message>
        <message>
            <source>Drag to choose a region of one screen · Space all of it · Enter keeps · Esc gives up</source>
            <translation>在一个屏幕内拖动选取区域 · 空格选整个屏幕 · 回车保存 · Esc 取消</translation>
        </message>
        <message>
            <source>Files that arrived</source>
            <translation>新到的文件</translation>
        </message>
        <message>
            <source>Folders…</source>
            <translation>文件夹…</translation>
        </message>
        <message>
            <source>Found on this computer</source>
            <translation>在这台电脑上找到</translation>
        </message>
        <message>
            <source>If it changed, it arrives again.</source>
            <translation>如果是改动过，会重新出现。</translation>
        </message>
        <message>
            <source>New photos and files in these folders wait beside the gallery, to be added to a case. Nothing is added by itself, and the files stay where they are. What is there when watching begins does not count as new.</source>
            <translation>这些文件夹里新到的照片和文件会列在凭证旁边，由您决定加进哪一单。不会自动添加，原文件也不会被移动。开始监视时已有的文件不算新到。</translation>
        </message>
        <message>
            <source>No folder is watched yet.</source>
            <translation>还没有监视任何文件夹。</translation>
        </message>
        <message>
            <source>Nothing has arrived</source>
            <translation>没有新到的文件</translation>
        </message>
        <message>
            <source>Open a case first: evidence belongs to one.</source>
            <translation>请先打开一个售后单，凭证要归到单里。</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translation>全部暂停</translation>
        </message>
        <message>
            <source>QQ</source>
            <translation>QQ</translation>
        </message>
        <message>
            <source>Screen %1</source>
            <translation>截屏 %1</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop watching one of them first.</source>
            <translation>请先停掉其中一个。</translation>
        </message>
        <message>
            <source>Stop watching that one first.</source>
            <translation>请先停止监视那一个。</translation>
        </message>
        <message>
            <source>Take it out of this tray; the file stays where it is.  Del</source>
            <translation>从这里移走，原文件不动。  Del</translation>
        </message>
        <message>
            <source>Take the picture with the key of your desktop (Print), then paste it here with Ctrl+V.</source>
            <translation>请按键盘上的截图键（Print）截好，再回到这里按 Ctrl+V 粘贴。</translation>
        </message>
        <message>
            <source>Take the picture with the system's own tool, then paste it here with Ctrl+V.</source>
            <translation>请用系统自带的截图工具截好，再回到这里按 Ctrl+V 粘贴。</translation>
        </message>
        <message>
            <source>The file was deleted or changed meanwhile.</source>
            <translation>文件已被删除或改动。</translation>
        </message>
        <message>
            <source>The screen was kept, %1 pixels.</source>
            <translation>截屏已存为凭证，%1 像素。</translation>
        </message>
        <message>
            <source>The system does not let Aftercase see the screen.</source>
            <translation>系统不允许 Aftercase 截取屏幕。</translation>
        </message>
        <message>
            <source>This folder belongs to Aftercase itself.</source>
            <translation>这是 Aftercase 自己的数据文件夹。</translation>
        </message>
        <message>
            <source>This folder cannot be watched.</source>
            <translation>这个文件夹无法监视。</translation>
        </message>
        <message>
            <source>This folder is watched already, or lies around or inside “%1”.</source>
            <translation>这个文件夹已在监视，或与“%1”互相包含。</translation>
        </message>
        <message>
            <source>Wangwang</source>
            <translation>旺旺</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>监视</translation>
        </message>
        <message>
            <source>Watch again</source>
            <translation>继续监视</translation>
        </message>
        <message>
            <source>Watched folders</source>
            <translation>监视的文件夹</translation>
        </message>
        <message>
            <source>Watching is paused</source>
            <translation>监视已暂停</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>WeCom</source>
            <translation>企业微信</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>来自 %1</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新</translation>
        </message>
        <message>
            <source>not there now</source>
            <translation>现在找不到</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>too many files: not all are watched</source>
            <translation>文件太多，只监视了一部分</translation>
        </message>
    </context>
</TS>
