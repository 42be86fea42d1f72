<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>taking_out</name>
        <message numerus="yes">
            <source>%n file is of a kind that cannot be looked into and goes as it is; the list says so.</source>
            <translation>
                <numerusform>有 %n 个文件的格式无法处理，会原样导出，清单里会注明。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file taken out to %1</source>
            <translation>
                <numerusform>已导出 %n 件到 %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file was left out.</source>
            <translation>
                <numerusform>有 %n 件没有导出。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n there</source>
            <translation>
                <numerusform>%n 件有</numerusform>
            </translation>
        </message>
        <message>
            <source>A file cannot be named safely.</source>
            <translation>有文件无法取到安全的文件名。</translation>
        </message>
        <message>
            <source>A file changed while it was taken out.</source>
            <translation>导出过程中有文件发生变化。</translation>
        </message>
        <message>
            <source>Aftercase keeps its own data there.</source>
            <translation>这里是 Aftercase 自己的数据文件夹。</translation>
        </message>
        <message>
            <source>All of this case</source>
            <translation>本单全部</translation>
        </message>
        <message>
            <source>As a ZIP file</source>
            <translation>打包成 ZIP</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose a folder outside the data folder.</source>
            <translation>请选择数据文件夹以外的位置。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>导出到文件夹</translation>
        </message>
        <message>
            <source>Nothing was written. Try again, or choose another place.</source>
            <translation>没有写入任何文件。请重试，或换个位置。</translation>
        </message>
        <message>
            <source>Originals</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>Photos may hold where they were taken (GPS), when and with which phone; documents their author. Choose this where a platform or a court asks for the untouched file, not for a buyer or a carrier.</source>
            <translation>照片里可能带有拍摄地点（GPS）、时间和手机型号，文档里可能带有作者。平台或法院要求提交原始文件时才选它，发给买家或快递时不要选。</translation>
        </message>
        <message>
            <source>Place, time and device are taken out of photos, films and documents.</source>
            <translation>照片、视频和文档里的地点、时间、机型都会去除。</translation>
        </message>
        <message>
            <source>Redacted copies in place of their originals</source>
            <translation>有打码副本的，用打码副本代替原件</translation>
        </message>
        <message>
            <source>Select some evidence first.</source>
            <translation>请先选中凭证。</translation>
        </message>
        <message>
            <source>Select some first.</source>
            <translation>请先选中凭证。</translation>
        </message>
        <message>
            <source>Selected</source>
            <translation>选中的</translation>
        </message>
        <message>
            <source>Stopped; nothing was taken out.</source>
            <translation>已停止，没有导出任何文件。</translation>
        </message>
        <message numerus="yes">
            <source>Take %n file out</source>
            <translation>
                <numerusform>导出 %n 件凭证</numerusform>
            </translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Take out…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Taking out %1 of %2</source>
            <translation>正在导出 %1/%2</translation>
        </message>
        <message>
            <source>Taking out…</source>
            <translation>正在导出…</translation>
        </message>
        <message>
            <source>The folder holds copies without camera data. Changing them changes no evidence.</source>
            <translation>文件夹里是去除拍摄信息的副本，改动它们不影响凭证。</translation>
        </message>
        <message>
            <source>The originals tell more than one sees.</source>
            <translation>原件里有看不见的信息。</translation>
        </message>
        <message>
            <source>The pictures are made anew from what one sees; the kept originals stay untouched.</source>
            <translation>图片按看得见的画面重新生成，保存的原件不受影响。</translation>
        </message>
        <message>
            <source>There is no evidence to take out.</source>
            <translation>没有可以导出的凭证。</translation>
        </message>
        <message>
            <source>To</source>
            <translation>导出到</translation>
        </message>
        <message>
            <source>Wait until what is being taken out is there.</source>
            <translation>正在导出，请稍候。</translation>
        </message>
        <message>
            <source>Where to?</source>
            <translation>导出到哪里？</translation>
        </message>
        <message>
            <source>With SHA256SUMS.txt and a list of captions, original names, hashes and times. Nothing is overwritten.</source>
            <translation>附 SHA256SUMS.txt 校验文件，以及含说明、原文件名、哈希和时间的清单。不会覆盖任何文件。</translation>
        </message>
        <message>
            <source>Without camera data</source>
            <translation>去除拍摄信息</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of %n case</source>
            <translation>
                <numerusform>共 %n 个售后单</numerusform>
            </translation>
        </message>
    </context>
</TS>
