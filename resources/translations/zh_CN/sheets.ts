<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>sheets</name>
        <message>
            <source>%1 has no carrier claim.</source>
            <translation>%1 没有快递理赔。</translation>
        </message>
        <message>
            <source>%1 is of a case that is not here: %2.</source>
            <translation>%1 对应的售后单 %2 不在这里。</translation>
        </message>
        <message>
            <source>%1 mm at the foot</source>
            <translation>下边 %1 毫米</translation>
        </message>
        <message>
            <source>%1 mm at the left</source>
            <translation>左边 %1 毫米</translation>
        </message>
        <message>
            <source>%1 mm at the right</source>
            <translation>右边 %1 毫米</translation>
        </message>
        <message>
            <source>%1 mm at the top</source>
            <translation>上边 %1 毫米</translation>
        </message>
        <message>
            <source>%1 pages on %2 in true size, nothing is lost.</source>
            <translation>%1 页面按原大印在 %2 上，内容完整。</translation>
        </message>
        <message>
            <source>%1 pages on %2 in true size: %3 will not come out. Fit the page to have all of it.</source>
            <translation>%1 页面按原大印在 %2 上：%3 印不出来。改用“适合纸张”可印全。</translation>
        </message>
        <message>
            <source>%1 pages on %2: reduced to %3 %, nothing is lost.</source>
            <translation>%1 页面印在 %2 上：缩小到 %3 %，内容完整。</translation>
        </message>
        <message>
            <source>%1 saved as %2</source>
            <translation>%1已存为 %2</translation>
        </message>
        <message>
            <source>%1 sent to the printer</source>
            <translation>%1已送打印机</translation>
        </message>
        <message>
            <source>%1 was merged into another case.</source>
            <translation>%1 已合并到别的售后单。</translation>
        </message>
        <message>
            <source>%1 × %2 mm</source>
            <translation>%1 × %2 毫米</translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be</source>
            <translation>
                <numerusform>%n 单做不了</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n detail(s) of people leave the shop</source>
            <translation>
                <numerusform>含 %n 处个人信息</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n 单完成</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n packet(s) saved</source>
            <translation>
                <numerusform>已存 %n 份举证材料</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n packet(s) sent to the printer</source>
            <translation>
                <numerusform>%n 份举证材料已送打印机</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ready</source>
            <translation>
                <numerusform>%n 单可以打印</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>A return slip needs a code.</source>
            <translation>退货单上要有码。</translation>
        </message>
        <message>
            <source>All, or such as 1-3, 5</source>
            <translation>全部，或如 1-3, 5</translation>
        </message>
        <message>
            <source>An exhibit is not as it was when imported.</source>
            <translation>有证据与导入时不一致。</translation>
        </message>
        <message>
            <source>At most %1 cases at once: choose fewer.</source>
            <translation>一次最多 %1 单，请少选一些。</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>双语</translation>
        </message>
        <message>
            <source>Both codes</source>
            <translation>两种</translation>
        </message>
        <message>
            <source>Both, long edge</source>
            <translation>双面，长边翻</translation>
        </message>
        <message>
            <source>Both, short edge</source>
            <translation>双面，短边翻</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>承运商</translation>
        </message>
        <message>
            <source>Carrier claim sheet…</source>
            <translation>快件理赔单…</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Case summary…</source>
            <translation>售后单摘要…</translation>
        </message>
        <message>
            <source>Check that it is on and has paper, then print again.</source>
            <translation>看看是否开机、有纸，再打印一次。</translation>
        </message>
        <message>
            <source>Choose Code 128, QR, or both.</source>
            <translation>请选条形码、二维码，或两种都要。</translation>
        </message>
        <message>
            <source>Choose a larger one, or shorten the return address in Settings, Shop.</source>
            <translation>请换大一号，或在“设置 · 店铺”里缩短退货地址。</translation>
        </message>
        <message>
            <source>Choose one or more in the list first.</source>
            <translation>先在列表里选一张或几张。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>码</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>彩色</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Each case is printed with what was chosen on its packet page, and noted in its history.</source>
            <translation>每一单按各自材料页的选择打印，并记入它的经过。</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>适合纸张</translation>
        </message>
        <message>
            <source>For</source>
            <translation>交给谁</translation>
        </message>
        <message>
            <source>Four on A4</source>
            <translation>A4 一张四联</translation>
        </message>
        <message>
            <source>Four on Letter</source>
            <translation>Letter 一张四联</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>黑白</translation>
        </message>
        <message>
            <source>Ink</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Is it the slip of another shop?</source>
            <translation>是不是别家店的退货单？</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Made, %1</source>
            <translation>已生成 %1</translation>
        </message>
        <message>
            <source>Make it again.</source>
            <translation>请重新生成。</translation>
        </message>
        <message>
            <source>Making the file</source>
            <translation>正在生成文件</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>No carrier claims were entered in %1</source>
            <translation>%1 没有登记快递理赔</translation>
        </message>
        <message>
            <source>No carrier entered</source>
            <translation>未写承运商</translation>
        </message>
        <message>
            <source>No case is chosen.</source>
            <translation>还没有选售后单。</translation>
        </message>
        <message>
            <source>No claims against %1 in %2.</source>
            <translation>%2 没有对 %1 的理赔。</translation>
        </message>
        <message>
            <source>No page is chosen</source>
            <translation>没有选中页</translation>
        </message>
        <message>
            <source>No printer is set up on this PC.</source>
            <translation>这台电脑没有装打印机。</translation>
        </message>
        <message>
            <source>On paper</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>One job</source>
            <translation>合成一次打印</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>稍等…</translation>
        </message>
        <message>
            <source>One per case</source>
            <translation>每单一次</translation>
        </message>
        <message>
            <source>One side</source>
            <translation>单面</translation>
        </message>
        <message>
            <source>Open its packet to see which.</source>
            <translation>打开它的举证材料可看到是哪件。</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message numerus="yes">
            <source>Packets of %n case(s)</source>
            <translation>
                <numerusform>%n 单的举证材料</numerusform>
            </translation>
        </message>
        <message>
            <source>Packets…</source>
            <translation>举证材料…</translation>
        </message>
        <message>
            <source>Page %1 could not be made for the printer.</source>
            <translation>第 %1 页没能生成给打印机。</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页 / 共 %2 页</translation>
        </message>
        <message>
            <source>Page count</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页码</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Pictures as large as %1 takes them, whole.</source>
            <translation>图片按 %1 纸能放下的最大尺寸完整打印。</translation>
        </message>
        <message>
            <source>Preview of the print</source>
            <translation>打印预览</translation>
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
            <source>Print again. What is printed is safe.</source>
            <translation>请再打印一次，内容没有丢。</translation>
        </message>
        <message>
            <source>Print the return slip of that one.</source>
            <translation>请打印那一单的退货单。</translation>
        </message>
        <message>
            <source>Print: %1</source>
            <translation>打印：%1</translation>
        </message>
        <message>
            <source>Printed, %1</source>
            <translation>已打印 %1</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>可以打印</translation>
        </message>
        <message>
            <source>Return of %1 scanned</source>
            <translation>已扫到 %1 的退货</translation>
        </message>
        <message>
            <source>Return slip…</source>
            <translation>退货单…</translation>
        </message>
        <message>
            <source>Save PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Save PDF…</source>
            <translation>存为 PDF…</translation>
        </message>
        <message>
            <source>Save as a PDF file</source>
            <translation>存为 PDF 文件</translation>
        </message>
        <message>
            <source>Save into a folder</source>
            <translation>存到文件夹</translation>
        </message>
        <message>
            <source>Save into a folder…</source>
            <translation>存到文件夹…</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
        <message>
            <source>Saved, %1</source>
            <translation>已存 %1</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>正在保存</translation>
        </message>
        <message>
            <source>Scan it again, or type the code as it is printed below the bars.</source>
            <translation>请重扫，或照条码下面印的字输入。</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已发送到打印机</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>版式</translation>
        </message>
        <message>
            <source>Sides</source>
            <translation>单双面</translation>
        </message>
        <message>
            <source>Signs no font has, drawn as boxes: %1</source>
            <translation>字库没有、以方框代替的字：%1</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>System dialog…</source>
            <translation>系统打印窗口…</translation>
        </message>
        <message>
            <source>The PDF can be saved as a file and printed elsewhere. A printer added in the system's settings appears here when this dialog is opened again.</source>
            <translation>可以存为 PDF 文件，到别处打印。在系统设置里添加打印机后，重新打开这个窗口即可看到。</translation>
        </message>
        <message>
            <source>The check character of %1 does not fit.</source>
            <translation>%1 的校验位不对。</translation>
        </message>
        <message>
            <source>The file is the same to the last byte as the one shown.</source>
            <translation>存出的文件与这里显示的逐字节相同。</translation>
        </message>
        <message>
            <source>The printer did not take the job.</source>
            <translation>打印机没有接收。</translation>
        </message>
        <message>
            <source>The return slip %1 has no room in that size.</source>
            <translation>这个版式放不下退货单 %1。</translation>
        </message>
        <message>
            <source>The sheet is no longer in the cache.</source>
            <translation>缓存里已没有这张单。</translation>
        </message>
        <message>
            <source>The wizard writes one when the carrier is liable.</source>
            <translation>处理向导认定承运责任时会登记。</translation>
        </message>
        <message>
            <source>There are pages 1 to %1.</source>
            <translation>页码是 1 到 %1。</translation>
        </message>
        <message>
            <source>This page cannot be shown</source>
            <translation>这一页无法显示</translation>
        </message>
        <message>
            <source>True size</source>
            <translation>原大</translation>
        </message>
        <message>
            <source>Two on A4</source>
            <translation>A4 一张两联</translation>
        </message>
        <message>
            <source>Two on Letter</source>
            <translation>Letter 一张两联</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>正在处理…</translation>
        </message>
        <message>
            <source>Write pages as 1-3, 5</source>
            <translation>请按 1-3, 5 这样写</translation>
        </message>
    </context>
</TS>
