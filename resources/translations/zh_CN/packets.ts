<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>packets</name>
        <message>
            <source>%1 % of the picture</source>
            <translation>画面的 %1 %</translation>
        </message>
        <message>
            <source>%1 exhibits on a page</source>
            <translation>每页放 %1 件证据</translation>
        </message>
        <message>
            <source>%1 not included: %2</source>
            <translation>未编入 %1：%2</translation>
        </message>
        <message>
            <source>%1 of %2 stills chosen; Del takes one out</source>
            <translation>已选 %1 帧，最多 %2 帧；按 Del 去掉一帧</translation>
        </message>
        <message>
            <source>%1 on a page</source>
            <translation>一页 %1 件</translation>
        </message>
        <message>
            <source>%1 stills are the most for one film. Take one out first.</source>
            <translation>一段视频最多 %1 帧。请先去掉一帧。</translation>
        </message>
        <message>
            <source>%1 × %2 px · %3 · %4 % of the picture</source>
            <translation>%1 × %2 像素 · %3 · 画面的 %4 %</translation>
        </message>
        <message>
            <source>%1, chosen</source>
            <translation>%1，已选</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n exhibit(s)</source>
            <translation>
                <numerusform>%n 件证据</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n exhibits</source>
            <translation>
                <numerusform>%n 件证据</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n still(s)</source>
            <translation>
                <numerusform>%n 帧</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>A packet keeps at least one exhibit.</source>
            <translation>举证材料至少要有一件证据。</translation>
        </message>
        <message>
            <source>A packet proves with pictures.</source>
            <translation>举证靠照片和截图说话。</translation>
        </message>
        <message>
            <source>A page of its own</source>
            <translation>单独一页</translation>
        </message>
        <message>
            <source>A page of the packet could not be drawn.</source>
            <translation>有一页没能画出来。</translation>
        </message>
        <message>
            <source>A redacted copy exists, but this file hides nothing</source>
            <translation>有打码副本，但这份文件什么都没遮</translation>
        </message>
        <message>
            <source>A redacted copy of it exists. Names, phones and addresses in it would leave the shop.</source>
            <translation>这件证据有打码副本。用这份的话，里面的姓名、电话、地址会一起交出去。</translation>
        </message>
        <message>
            <source>Actual size</source>
            <translation>实际大小</translation>
        </message>
        <message>
            <source>Add evidence</source>
            <translation>加证据</translation>
        </message>
        <message>
            <source>Add this moment</source>
            <translation>加入这一帧</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Alt+↑↓ order · Space in or out · Enter how it is shown · F2 what it proves · PgUp/PgDn pages</source>
            <translation>Alt+↑↓ 换位 · 空格 编入 / 去掉 · Enter 怎么展示 · F2 改“证明什么” · PgUp/PgDn 翻页</translation>
        </message>
        <message>
            <source>An amount cannot be less than nothing.</source>
            <translation>金额不能小于零。</translation>
        </message>
        <message>
            <source>An exhibit cannot be shown so.</source>
            <translation>有一件证据不能这样展示。</translation>
        </message>
        <message>
            <source>Archives (*.zip)</source>
            <translation>ZIP 存档 (*.zip)</translation>
        </message>
        <message>
            <source>As it comes</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Being made anew…</source>
            <translation>正在更新…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Check the disk, or choose another folder. No packet was noted.</source>
            <translation>请检查磁盘，或换一个文件夹。没有留下记录。</translation>
        </message>
        <message>
            <source>Choose a case, then Packet (Ctrl+E): its evidence becomes a PDF.</source>
            <translation>选一张售后单，按“举证材料”（Ctrl+E）：它的凭证会编成一份 PDF。</translation>
        </message>
        <message>
            <source>Choose a folder of your own, such as Documents.</source>
            <translation>请选自己的文件夹，例如“文档”。</translation>
        </message>
        <message>
            <source>Choose a name ending in .pdf.</source>
            <translation>请用 .pdf 结尾的名字。</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>请换一个文件夹。</translation>
        </message>
        <message>
            <source>Choose another folder: nothing is overwritten.</source>
            <translation>请换一个文件夹：不会覆盖任何东西。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>请换一个名字。</translation>
        </message>
        <message>
            <source>Close it there, or choose another name. The old file is as it was.</source>
            <translation>请在那边关闭，或换一个名字。原来的文件没有动。</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>裁剪</translation>
        </message>
        <message>
            <source>Crop %1</source>
            <translation>裁剪 %1</translation>
        </message>
        <message>
            <source>Cropped</source>
            <translation>已裁剪</translation>
        </message>
        <message>
            <source>Cropped: %1 % of the picture is shown</source>
            <translation>已裁剪：只显示画面的 %1 %</translation>
        </message>
        <message>
            <source>Crop…</source>
            <translation>裁剪…</translation>
        </message>
        <message>
            <source>Ctrl+Enter keeps it, Esc goes back</source>
            <translation>Ctrl+Enter 保存，Esc 返回</translation>
        </message>
        <message>
            <source>Ctrl+Enter keeps what it proves · Enter begins a line · Esc goes back</source>
            <translation>Ctrl+Enter 保存“证明什么” · Enter 换行 · Esc 放弃</translation>
        </message>
        <message>
            <source>Different</source>
            <translation>各不相同</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Drag a rectangle, or use the keys: arrows move it, Shift+arrows change its size, Ctrl goes finely. The original stays whole.</source>
            <translation>用鼠标拖出范围，或用键盘：方向键移动，Shift+方向键改大小，按住 Ctrl 微调。原件不会改动。</translation>
        </message>
        <message>
            <source>Edit what it proves</source>
            <translation>改“证明什么”</translation>
        </message>
        <message>
            <source>Exhibit %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>Exhibit %1 (evidence %2) is not as it was when imported.</source>
            <translation>证据 %1（凭证 %2）与导入时不一致。</translation>
        </message>
        <message>
            <source>Exhibit in or out</source>
            <translation>编入或去掉</translation>
        </message>
        <message>
            <source>Exhibit one place down</source>
            <translation>证据下移一位</translation>
        </message>
        <message>
            <source>Exhibit one place up</source>
            <translation>证据上移一位</translation>
        </message>
        <message>
            <source>Exhibits</source>
            <translation>证据顺序</translation>
        </message>
        <message>
            <source>Exhibits in their order</source>
            <translation>证据，按顺序</translation>
        </message>
        <message>
            <source>Exhibits of the same number that follow share a page</source>
            <translation>前后相连、选了同样数量的证据排在同一页</translation>
        </message>
        <message>
            <source>File shown</source>
            <translation>用哪份文件</translation>
        </message>
        <message>
            <source>Frames of the film</source>
            <translation>视频画面</translation>
        </message>
        <message>
            <source>From the film: Enter takes a frame in or out</source>
            <translation>视频画面：按 Enter 加入或去掉</translation>
        </message>
        <message>
            <source>Go to a time</source>
            <translation>跳到时间</translation>
        </message>
        <message>
            <source>How a packet that was made ended</source>
            <translation>登记已生成材料的结果</translation>
        </message>
        <message>
            <source>How it is shown</source>
            <translation>怎么展示</translation>
        </message>
        <message>
            <source>How it is shown (Enter)</source>
            <translation>怎么展示 (Enter)</translation>
        </message>
        <message>
            <source>How it is shown…</source>
            <translation>怎么展示…</translation>
        </message>
        <message>
            <source>How the exhibit is shown</source>
            <translation>证据怎么展示</translation>
        </message>
        <message>
            <source>Is it on and connected? Try again, or save the packet and print it elsewhere.</source>
            <translation>开机、连上了吗？可再试一次，或先保存再到别处打印。</translation>
        </message>
        <message>
            <source>It was decided before the packet was made.</source>
            <translation>裁定时间早于材料的生成时间。</translation>
        </message>
        <message>
            <source>Its own</source>
            <translation>单独一页</translation>
        </message>
        <message>
            <source>Its poster</source>
            <translation>封面</translation>
        </message>
        <message>
            <source>Keep proportions</source>
            <translation>保持比例</translation>
        </message>
        <message>
            <source>Keep what it proves</source>
            <translation>保存“证明什么”</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>查看凭证</translation>
        </message>
        <message>
            <source>Look at its crop and its pages.</source>
            <translation>请检查它的裁剪范围和页码。</translation>
        </message>
        <message>
            <source>Making the packet</source>
            <translation>正在生成举证材料</translation>
        </message>
        <message>
            <source>Mend the amount.</source>
            <translation>请改正金额。</translation>
        </message>
        <message>
            <source>Mend the date.</source>
            <translation>请改正日期。</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Next frame</source>
            <translation>下一帧</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>No case is chosen</source>
            <translation>还没有选售后单</translation>
        </message>
        <message>
            <source>No packet was made. Take it out of the packet, or restore it from a backup.</source>
            <translation>没有生成举证材料。请把它去掉，或从备份恢复。</translation>
        </message>
        <message>
            <source>None chosen: the film's poster is shown</source>
            <translation>还没选：显示视频封面</translation>
        </message>
        <message>
            <source>Not in the packet</source>
            <translation>未编入</translation>
        </message>
        <message>
            <source>Not included: %1</source>
            <translation>未编入：%1</translation>
        </message>
        <message>
            <source>Not kept. F2 brings what you typed back.</source>
            <translation>没有保存。按 F2 可找回刚才写的。</translation>
        </message>
        <message>
            <source>Not redacted</source>
            <translation>未打码</translation>
        </message>
        <message>
            <source>On a page</source>
            <translation>每页几件</translation>
        </message>
        <message>
            <source>Only pages %1</source>
            <translation>只放第 %1 页</translation>
        </message>
        <message>
            <source>Open the case again.</source>
            <translation>请重新打开售后单。</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>举证材料</translation>
        </message>
        <message>
            <source>Packets are not saved among the shop's own data.</source>
            <translation>举证材料不能存进店铺自己的数据文件夹。</translation>
        </message>
        <message>
            <source>Page %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>Page %1 could not be made for the printer.</source>
            <translation>第 %1 页无法送去打印。</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 / %2 页</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Pages…</source>
            <translation>选页…</translation>
        </message>
        <message>
            <source>Place in the film</source>
            <translation>播放位置</translation>
        </message>
        <message>
            <source>Press F5 and save again: a packet with the next number is made.</source>
            <translation>请按 F5 再保存一次：会生成下一个编号。</translation>
        </message>
        <message>
            <source>Preview of the packet</source>
            <translation>举证材料预览</translation>
        </message>
        <message>
            <source>Previous frame</source>
            <translation>上一帧</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Print again. The packet itself is safe.</source>
            <translation>请再打印一次，举证材料本身没有问题。</translation>
        </message>
        <message>
            <source>Proves: %1</source>
            <translation>证明 %1</translation>
        </message>
        <message>
            <source>Put evidence in</source>
            <translation>放入凭证</translation>
        </message>
        <message>
            <source>Put evidence in…</source>
            <translation>放入凭证…</translation>
        </message>
        <message>
            <source>Save packet</source>
            <translation>保存举证材料</translation>
        </message>
        <message>
            <source>Show all %1 below</source>
            <translation>在下面列出全部 %1 件</translation>
        </message>
        <message>
            <source>Shown now: %1</source>
            <translation>现在用的是：%1</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Stills chosen</source>
            <translation>已选的画面</translation>
        </message>
        <message>
            <source>Stills of %1</source>
            <translation>%1 的截帧</translation>
        </message>
        <message>
            <source>Stills of the film</source>
            <translation>视频截帧</translation>
        </message>
        <message>
            <source>Stills…</source>
            <translation>选截帧…</translation>
        </message>
        <message>
            <source>Such as 1-3, 5; empty for all</source>
            <translation>如 1-3, 5；留空为全部</translation>
        </message>
        <message>
            <source>Take in</source>
            <translation>编入</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>去掉</translation>
        </message>
        <message>
            <source>Take this moment out</source>
            <translation>去掉这一帧</translation>
        </message>
        <message>
            <source>That day is still to come.</source>
            <translation>这个日期还没有到。</translation>
        </message>
        <message>
            <source>The copy of packet %1 is not there any more.</source>
            <translation>举证材料 %1 的副本已不在。</translation>
        </message>
        <message>
            <source>The file could not be written: %1</source>
            <translation>文件写不进去：%1</translation>
        </message>
        <message>
            <source>The file is open in another program, or may not be changed: %1</source>
            <translation>文件正被别的程序打开，或不可修改：%1</translation>
        </message>
        <message>
            <source>The file of exhibit %1 (evidence %2) is missing.</source>
            <translation>证据 %1（凭证 %2）的文件不见了。</translation>
        </message>
        <message>
            <source>The folder is not there: %1</source>
            <translation>文件夹不存在：%1</translation>
        </message>
        <message>
            <source>The one that fits</source>
            <translation>自动归类</translation>
        </message>
        <message>
            <source>The packet does not fit its receiver.</source>
            <translation>举证材料超出了对方的限制。</translation>
        </message>
        <message>
            <source>The packet needs a file name.</source>
            <translation>需要一个文件名。</translation>
        </message>
        <message>
            <source>The picture is being made…</source>
            <translation>正在生成画面…</translation>
        </message>
        <message>
            <source>The preview could not be made. %1</source>
            <translation>预览没有做成。%1</translation>
        </message>
        <message>
            <source>The printer does not take the job.</source>
            <translation>打印机没有接受任务。</translation>
        </message>
        <message>
            <source>There are no copies of it</source>
            <translation>这件证据没有副本</translation>
        </message>
        <message>
            <source>There is a folder of this name: %1</source>
            <translation>已有同名文件夹：%1</translation>
        </message>
        <message>
            <source>There is no picture to crop (%1).</source>
            <translation>没有可裁剪的画面（%1）。</translation>
        </message>
        <message>
            <source>There is no preview</source>
            <translation>没有预览</translation>
        </message>
        <message>
            <source>There is something of this name already: %1</source>
            <translation>已有同名的文件或文件夹：%1</translation>
        </message>
        <message>
            <source>This case has no evidence yet</source>
            <translation>这张单还没有凭证</translation>
        </message>
        <message>
            <source>This file hides nothing</source>
            <translation>这份文件没有打码</translation>
        </message>
        <message>
            <source>This moment cannot be shown (%1).</source>
            <translation>这一帧显示不了（%1）。</translation>
        </message>
        <message>
            <source>This packet is not known.</source>
            <translation>没有这份举证材料。</translation>
        </message>
        <message>
            <source>This page cannot be shown (%1).</source>
            <translation>这一页无法显示（%1）。</translation>
        </message>
        <message>
            <source>To the cases</source>
            <translation>到售后单</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Try again. No packet was noted.</source>
            <translation>请重试。没有留下记录。</translation>
        </message>
        <message>
            <source>Type a time up to %1, such as 0:12.5</source>
            <translation>请填 %1 以内的时间，如 0:12.5</translation>
        </message>
        <message>
            <source>Type of evidence</source>
            <translation>证据类型</translation>
        </message>
        <message>
            <source>Type of evidence: %1</source>
            <translation>证据类型：%1</translation>
        </message>
        <message>
            <source>Use these</source>
            <translation>就用这些</translation>
        </message>
        <message>
            <source>What can be done with it</source>
            <translation>证据菜单</translation>
        </message>
        <message>
            <source>What does it prove? Ctrl+Enter keeps it</source>
            <translation>证明什么？Ctrl+Enter 保存</translation>
        </message>
        <message>
            <source>What does not fit stands with the limits. Nothing was made.</source>
            <translation>超出的项目列在限制处。什么也没有生成。</translation>
        </message>
        <message>
            <source>What goes in</source>
            <translation>内容选项</translation>
        </message>
        <message>
            <source>What it proves</source>
            <translation>证明什么</translation>
        </message>
        <message>
            <source>What it proves is not written yet (F2)</source>
            <translation>还没写证明什么（F2）</translation>
        </message>
        <message>
            <source>What stays of the picture</source>
            <translation>保留的范围</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Whole picture</source>
            <translation>整张画面</translation>
        </message>
        <message>
            <source>Write pages from 1 to %1, such as 1-3, 5</source>
            <translation>请填 1 到 %1 之间的页码，如 1-3, 5</translation>
        </message>
        <message>
            <source>Write what it proves</source>
            <translation>写“证明什么”</translation>
        </message>
        <message>
            <source>You may not write there: %1</source>
            <translation>没有权限写到这里：%1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>drag, or Alt+↑↓</source>
            <translation>拖动，或 Alt+↑↓</translation>
        </message>
        <message>
            <source>exhibit %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>it cannot be shown</source>
            <translation>无法显示</translation>
        </message>
        <message>
            <source>it has a password</source>
            <translation>文件有密码</translation>
        </message>
        <message>
            <source>it is a text</source>
            <translation>是文字</translation>
        </message>
        <message>
            <source>it is too large</source>
            <translation>文件太大</translation>
        </message>
        <message>
            <source>it takes too long to open</source>
            <translation>打开太慢</translation>
        </message>
        <message>
            <source>p. %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>proves: %1</source>
            <translation>证明：%1</translation>
        </message>
        <message>
            <source>the file cannot be read</source>
            <translation>文件读不出来</translation>
        </message>
        <message>
            <source>the file is damaged</source>
            <translation>文件已损坏</translation>
        </message>
        <message>
            <source>the file is gone or locked</source>
            <translation>文件不在了，或正被占用</translation>
        </message>
        <message>
            <source>there is no such page</source>
            <translation>没有这一页</translation>
        </message>
        <message>
            <source>what it proves is not written yet</source>
            <translation>还没写证明什么</translation>
        </message>
    </context>
</TS>
