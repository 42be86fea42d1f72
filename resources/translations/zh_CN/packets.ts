<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>packets</name>
        <message>
            <source>%1 not included: %2</source>
            <translation>未编入 %1：%2</translation>
        </message>
        <message>
            <source>%1 of %2 characters</source>
            <translation>%1 / %2 字</translation>
        </message>
        <message>
            <source>%1 printed as a box: %2</source>
            <translation>%1印不出，会是方框：%2</translation>
        </message>
        <message>
            <source>%1 was sent to the printer</source>
            <translation>%1 已送去打印</translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n 字</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n exhibit(s)</source>
            <translation>
                <numerusform>%n 件证据</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n go(es) in</source>
            <translation>
                <numerusform>%n 条会放入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original(s) as imported, by SHA-256</source>
            <translation>
                <numerusform>%n 件原件哈希与导入时一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stay(s) out</source>
            <translation>
                <numerusform>%n 条不会放入</numerusform>
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
            <source>Actual size</source>
            <translation>实际大小</translation>
        </message>
        <message>
            <source>Add evidence</source>
            <translation>加证据</translation>
        </message>
        <message>
            <source>Alt+↑↓ order · Space in or out · F2 what it proves · PgUp/PgDn pages</source>
            <translation>Alt+↑↓ 换位 · 空格 编入 / 去掉 · F2 改“证明什么” · PgUp/PgDn 翻页</translation>
        </message>
        <message>
            <source>An exhibit is not as it was when imported</source>
            <translation>有证据与导入时不一致</translation>
        </message>
        <message>
            <source>Back to the draft</source>
            <translation>恢复草稿</translation>
        </message>
        <message>
            <source>Before handing out</source>
            <translation>交出前检查</translation>
        </message>
        <message>
            <source>Being made anew…</source>
            <translation>正在更新…</translation>
        </message>
        <message>
            <source>Cannot be shown on paper: exhibit %1</source>
            <translation>纸上无法显示画面：证据 %1</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>摘要字数</translation>
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
            <source>Choose another name.</source>
            <translation>请换一个名字。</translation>
        </message>
        <message>
            <source>Close it there, or choose another name. The old file is as it was.</source>
            <translation>请在那边关闭，或换一个名字。原来的文件没有动。</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Does not say what it proves: exhibit %1</source>
            <translation>还没写“证明什么”：证据 %1</translation>
        </message>
        <message>
            <source>Edit what it proves</source>
            <translation>改“证明什么”</translation>
        </message>
        <message>
            <source>Enter copies the hash.</source>
            <translation>按 Enter 复制哈希。</translation>
        </message>
        <message>
            <source>Every character can be printed</source>
            <translation>所有文字都能印出</translation>
        </message>
        <message>
            <source>Every exhibit says what it proves</source>
            <translation>每件证据都写了“证明什么”</translation>
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
            <source>Exhibits in their order</source>
            <translation>证据，按顺序</translation>
        </message>
        <message>
            <source>File</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Internal notes</source>
            <translation>含内部备注</translation>
        </message>
        <message>
            <source>Internal notes go in</source>
            <translation>含内部备注</translation>
        </message>
        <message>
            <source>Is it on and connected? Try again, or save the packet and print it elsewhere.</source>
            <translation>开机、连上了吗？可再试一次，或先保存再到别处打印。</translation>
        </message>
        <message>
            <source>It is being made</source>
            <translation>正在生成</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
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
            <source>Made so far</source>
            <translation>已生成</translation>
        </message>
        <message>
            <source>Making the packet</source>
            <translation>正在生成举证材料</translation>
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
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>No case is chosen</source>
            <translation>还没有选售后单</translation>
        </message>
        <message>
            <source>No exhibit goes in</source>
            <translation>没有编入证据</translation>
        </message>
        <message>
            <source>No packet of this case has been made yet.</source>
            <translation>这张单还没有生成过举证材料。</translation>
        </message>
        <message>
            <source>No packet was made. Take it out of the packet, or restore it from a backup.</source>
            <translation>没有生成举证材料。请把它去掉，或从备份恢复。</translation>
        </message>
        <message>
            <source>Not as imported, kept out: exhibit %1. Take it out, or restore it.</source>
            <translation>与导入时不一致，没有放入：证据 %1。请去掉，或从备份恢复。</translation>
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
            <source>Order of exhibits</source>
            <translation>证据顺序</translation>
        </message>
        <message>
            <source>Originals not compared yet</source>
            <translation>原件哈希还没核对</translation>
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
            <source>Packets made so far</source>
            <translation>已生成的举证材料</translation>
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
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
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
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print again. The packet itself is safe.</source>
            <translation>请再打印一次，举证材料本身没有问题。</translation>
        </message>
        <message>
            <source>Printing page %1 of %2</source>
            <translation>正在打印第 %1 / %2 页</translation>
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
            <source>SHA-256 copied</source>
            <translation>已复制 SHA-256</translation>
        </message>
        <message>
            <source>Save PDF</source>
            <translation>保存 PDF</translation>
        </message>
        <message>
            <source>Save packet</source>
            <translation>保存举证材料</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存 %1</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>用量</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Summary on the first page</source>
            <translation>首页摘要</translation>
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
            <source>The packet needs a file name.</source>
            <translation>需要一个文件名。</translation>
        </message>
        <message>
            <source>The preview could not be made. %1</source>
            <translation>预览没有做成。%1</translation>
        </message>
        <message>
            <source>The preview is not there yet</source>
            <translation>预览还没有好</translation>
        </message>
        <message>
            <source>The printer does not take the job.</source>
            <translation>打印机没有接受任务。</translation>
        </message>
        <message>
            <source>There is a folder of this name: %1</source>
            <translation>已有同名文件夹：%1</translation>
        </message>
        <message>
            <source>This case has no evidence yet</source>
            <translation>这张单还没有凭证</translation>
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
            <source>Weight evidence</source>
            <translation>重量佐证</translation>
        </message>
        <message>
            <source>Weight evidence goes in</source>
            <translation>放入重量佐证</translation>
        </message>
        <message>
            <source>What does it prove?</source>
            <translation>它证明什么？</translation>
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
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Write what it proves</source>
            <translation>写“证明什么”</translation>
        </message>
        <message>
            <source>You may not write there: %1</source>
            <translation>没有权限写到这里：%1</translation>
        </message>
        <message>
            <source>drag, or Alt+↑↓</source>
            <translation>拖动，或 Alt+↑↓</translation>
        </message>
        <message>
            <source>proves: %1</source>
            <translation>证明：%1</translation>
        </message>
        <message>
            <source>there are none</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>what it proves is not written yet</source>
            <translation>还没写证明什么</translation>
        </message>
    </context>
</TS>
