<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>packet_options</name>
        <message>
            <source>%1 (our own)</source>
            <translation>%1（自家）</translation>
        </message>
        <message>
            <source>%1 a file</source>
            <translation>每个 %1</translation>
        </message>
        <message>
            <source>%1 char.</source>
            <translation>%1 字</translation>
        </message>
        <message>
            <source>%1 characters</source>
            <translation>%1 字</translation>
        </message>
        <message>
            <source>%1 characters at most.</source>
            <translation>最多 %1 字。</translation>
        </message>
        <message>
            <source>%1 dpi</source>
            <translation>%1 dpi</translation>
        </message>
        <message>
            <source>%1 files</source>
            <translation>%1 个</translation>
        </message>
        <message>
            <source>%1 files, %2 fit. Take out: %3.</source>
            <translation>共 %1 个文件，只收 %2 个。请去掉：%3。</translation>
        </message>
        <message>
            <source>%1 has %2 pages, %3 fit in one file: %4.</source>
            <translation>%1 有 %2 页，一个文件最多 %3 页：%4。</translation>
        </message>
        <message>
            <source>%1 has %2, %3 fit in one file. Largest: %4.</source>
            <translation>%1 有 %2，一个文件最多 %3。最大的是%4。</translation>
        </message>
        <message>
            <source>%1 in all, %2 fit, with pictures as small as they stay readable. Largest: %3.</source>
            <translation>图片已压到还看得清的最小，合计仍有 %1，上限 %2。最大的是%3。</translation>
        </message>
        <message>
            <source>%1 is over the limit by %2.</source>
            <translation>%1超出上限 %2。</translation>
        </message>
        <message>
            <source>%1 p.</source>
            <translation>%1 页</translation>
        </message>
        <message>
            <source>%1 pages, %2 fit. Take out or put more to a page: %3.</source>
            <translation>共 %1 页，只收 %2 页。请去掉，或让几件合排一页：%3。</translation>
        </message>
        <message>
            <source>%1 pict.</source>
            <translation>%1 张</translation>
        </message>
        <message>
            <source>%1 pictures, %2 fit. Take out or put together: %3.</source>
            <translation>共 %1 张图，只收 %2 张。请去掉，或几件合成一张：%3。</translation>
        </message>
        <message>
            <source>%1 printed as a box: %2</source>
            <translation>%1印出来是方框：%2</translation>
        </message>
        <message>
            <source>%1 pt or larger</source>
            <translation>%1 磅及以上</translation>
        </message>
        <message>
            <source>%1 saved again, byte for byte</source>
            <translation>%1 已原样再存一份</translation>
        </message>
        <message>
            <source>%1 was sent to the printer</source>
            <translation>%1 已送去打印</translation>
        </message>
        <message>
            <source>%1, at least %2</source>
            <translation>%1，至少 %2</translation>
        </message>
        <message>
            <source>%3 has %1 dots per inch, %2 fit.</source>
            <translation>%3 有 %1 dpi，上限 %2。</translation>
        </message>
        <message>
            <source>%3 has %1 pixels, %2 fit.</source>
            <translation>%3 有 %1 像素，上限 %2。</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n 个账号</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n address(es)</source>
            <translation>
                <numerusform>%n 个地址</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card number(s)</source>
            <translation>
                <numerusform>%n 个银行卡号</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n 字</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n e-mail address(es)</source>
            <translation>
                <numerusform>%n 个邮箱</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n go(es) in</source>
            <translation>
                <numerusform>%n 条会放入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) before</source>
            <translation>
                <numerusform>提前 %n 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identity number(s)</source>
            <translation>
                <numerusform>%n 个证件号</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>还有 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n name(s)</source>
            <translation>
                <numerusform>%n 个姓名</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original file(s)</source>
            <translation>
                <numerusform>%n 个原始文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original file(s) as imported, with place, time and owner that cameras wrote in</source>
            <translation>
                <numerusform>%n 个原始文件，按导入时原样带出，含相机写入的地点、时间和机主</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original(s) as imported, by SHA-256</source>
            <translation>
                <numerusform>%n 件原件哈希与导入时一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original(s) of which the packet shows a redacted copy go along without redactions</source>
            <translation>
                <numerusform>其中 %n 个在材料里只显示打码副本，原件会不打码一起带出</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n original(s) without redactions</source>
            <translation>
                <numerusform>%n 个未打码的原件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phone number(s)</source>
            <translation>
                <numerusform>%n 个电话号码</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n 张图</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n replaced</source>
            <translation>
                <numerusform>%n 件已换</numerusform>
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
            <source>A packet cannot end that way.</source>
            <translation>没有这种结果。</translation>
        </message>
        <message>
            <source>A receiver of files takes PDF; choose pictures otherwise.</source>
            <translation>收文件的一方要收 PDF；不收就请选图片。</translation>
        </message>
        <message>
            <source>A receiver of your own</source>
            <translation>新建自家的接收方</translation>
        </message>
        <message>
            <source>A receiver of your own is damaged.</source>
            <translation>有一个自家接收方已损坏。</translation>
        </message>
        <message>
            <source>A text is written for “%1”, which this receiver does not have.</source>
            <translation>“%1”里写了文字，但这一方没有这一栏。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>去补</translation>
        </message>
        <message>
            <source>Add a preset of your own…</source>
            <translation>添加自家预设…</translation>
        </message>
        <message>
            <source>All text</source>
            <translation>全部文字</translation>
        </message>
        <message>
            <source>All texts together</source>
            <translation>全部文字合计</translation>
        </message>
        <message>
            <source>All texts together have %1 characters, %2 fit.</source>
            <translation>全部文字合计 %1 字，上限 %2 字。</translation>
        </message>
        <message>
            <source>All within limits</source>
            <translation>全部在限内</translation>
        </message>
        <message>
            <source>Amount (%1)</source>
            <translation>金额（%1）</translation>
        </message>
        <message>
            <source>Amounts</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>An amount is not below zero.</source>
            <translation>金额不能小于零。</translation>
        </message>
        <message>
            <source>An exhibit cannot be shown that way.</source>
            <translation>有证据不能这样显示。</translation>
        </message>
        <message>
            <source>An exhibit is not as it was when imported</source>
            <translation>有证据与导入时不一致</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>存档</translation>
        </message>
        <message numerus="yes">
            <source>At most %n line(s) fit above the first page.</source>
            <translation>
                <numerusform>首页抬头最多放 %n 行。</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to the built-in figures</source>
            <translation>恢复自带的数字</translation>
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
            <source>Both</source>
            <translation>双语</translation>
        </message>
        <message>
            <source>Buyer's pattern</source>
            <translation>买家过往记录</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cannot be shown on paper: exhibit %1</source>
            <translation>纸上显示不了：证据 %1</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Change how it ended…</source>
            <translation>修改结果…</translation>
        </message>
        <message>
            <source>Choose a later day.</source>
            <translation>请选晚一些的日期。</translation>
        </message>
        <message>
            <source>Choose an earlier day.</source>
            <translation>请选早一些的日期。</translation>
        </message>
        <message>
            <source>Choose another folder; nothing there was touched.</source>
            <translation>请换个文件夹；原有内容没有动过。</translation>
        </message>
        <message>
            <source>Choose for whom it is</source>
            <translation>请选择交给谁</translation>
        </message>
        <message>
            <source>Choose won, partly won, lost or withdrawn.</source>
            <translation>请选胜诉、部分支持、败诉或撤回。</translation>
        </message>
        <message>
            <source>Chosen as for %1; the next packet follows it.</source>
            <translation>已照 %1 选好，下一份接着它编号。</translation>
        </message>
        <message>
            <source>Chronology</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Copy SHA-256</source>
            <translation>复制 SHA-256</translation>
        </message>
        <message>
            <source>Copy hash</source>
            <translation>复制哈希</translation>
        </message>
        <message>
            <source>Copy it as one of your own…</source>
            <translation>复制成自家预设…</translation>
        </message>
        <message>
            <source>Correct it, or leave it empty where no limit is known.</source>
            <translation>请改正，不知道有无限制就空着。</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>结案时间</translation>
        </message>
        <message>
            <source>Does not fit</source>
            <translation>超出限制</translation>
        </message>
        <message>
            <source>Does not say what it proves: exhibit %1</source>
            <translation>还没写“证明什么”：证据 %1</translation>
        </message>
        <message>
            <source>Dots per inch</source>
            <translation>分辨率（dpi）</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Empty: no limit is known.</source>
            <translation>空着表示不知道有无限制。</translation>
        </message>
        <message>
            <source>Ended: %1</source>
            <translation>结果：%1</translation>
        </message>
        <message>
            <source>Enter the date</source>
            <translation>填截止时间</translation>
        </message>
        <message>
            <source>Every character can be printed</source>
            <translation>每个字都能印出来</translation>
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
            <source>Exhibits %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>Expected for this problem and missing: %1</source>
            <translation>这类问题该有、还缺：%1</translation>
        </message>
        <message>
            <source>Few pictures are left. Several small ones can share a page.</source>
            <translation>图片快到上限，几张小图可以合排一页。</translation>
        </message>
        <message>
            <source>Fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>For %1</source>
            <translation>交给 %1</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>交给谁</translation>
        </message>
        <message>
            <source>Formats</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Give it a name.</source>
            <translation>请填名称。</translation>
        </message>
        <message>
            <source>Hand it out anyway</source>
            <translation>照样交出</translation>
        </message>
        <message>
            <source>Hours to answer</source>
            <translation>答复时限（小时）</translation>
        </message>
        <message>
            <source>How it ended…</source>
            <translation>登记结果…</translation>
        </message>
        <message>
            <source>How packet %1 ended</source>
            <translation>%1 的结果</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>可靠程度</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>In the shop's time. It counts as a clock of the case and reminds like one.</source>
            <translation>按店铺所在地时间。会作为这单的计时，到点提醒。</translation>
        </message>
        <message>
            <source>In the texts: %1</source>
            <translation>文字里有：%1</translation>
        </message>
        <message>
            <source>Install the program again; the shop's data is not touched by it.</source>
            <translation>请重新安装程序，不会动到店铺数据。</translation>
        </message>
        <message>
            <source>Integrity page (hashes)</source>
            <translation>完整性页（哈希清单）</translation>
        </message>
        <message>
            <source>Internal notes</source>
            <translation>含内部备注</translation>
        </message>
        <message>
            <source>It cannot have been decided before the packet was made.</source>
            <translation>结案时间不能早于材料生成。</translation>
        </message>
        <message>
            <source>It cannot have been decided in the future.</source>
            <translation>结案时间不能在将来。</translation>
        </message>
        <message>
            <source>It does not fit this receiver: %1 (%2)</source>
            <translation>这一方收不了：%1（%2）</translation>
        </message>
        <message>
            <source>It has to be between %1 and %2.</source>
            <translation>要在 %1 到 %2 之间。</translation>
        </message>
        <message>
            <source>It is being made</source>
            <translation>正在生成</translation>
        </message>
        <message>
            <source>It stands on every packet of this shop that has a letterhead. The first line is the name.</source>
            <translation>本店带抬头的举证材料都印这几行，第一行是店名。</translation>
        </message>
        <message>
            <source>It stands with the figures it came with.</source>
            <translation>用的就是自带的数字。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Keep the date</source>
            <translation>保存时间</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Largest file</source>
            <translation>最大文件</translation>
        </message>
        <message>
            <source>Largest page (mm)</source>
            <translation>最大页面（毫米）</translation>
        </message>
        <message>
            <source>Last checked on</source>
            <translation>最后核对日</translation>
        </message>
        <message>
            <source>Last checked on %1</source>
            <translation>最后核对于 %1</translation>
        </message>
        <message>
            <source>Last checked on %1, over 12 months ago: look again before you rely on it.</source>
            <translation>最后核对于 %1，已超过 12 个月，用前请再核对。</translation>
        </message>
        <message>
            <source>Last checked on %1; some figures are second-hand</source>
            <translation>最后核对于 %1；部分数字为转引</translation>
        </message>
        <message>
            <source>Letterhead</source>
            <translation>抬头</translation>
        </message>
        <message>
            <source>Letterhead of %1</source>
            <translation>%1的抬头</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Look at and change the figures…</source>
            <translation>查看和修改数字…</translation>
        </message>
        <message>
            <source>Look at its crop, pages and stills, and choose them again.</source>
            <translation>请重新选它的裁剪、页码和画面。</translation>
        </message>
        <message>
            <source>Look where they stand, hide what the receiver does not need, or hand it out as it is.</source>
            <translation>看看都在哪里，把对方用不着的打码，或者照样交出。</translation>
        </message>
        <message>
            <source>Made so far</source>
            <translation>已生成</translation>
        </message>
        <message>
            <source>Make the next version from it</source>
            <translation>照它做下一版</translation>
        </message>
        <message>
            <source>Marks printed on pictures</source>
            <translation>标注印在图上</translation>
        </message>
        <message>
            <source>More than the most.</source>
            <translation>比上限还大。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>No case is chosen</source>
            <translation>未选择售后单</translation>
        </message>
        <message>
            <source>No copy of %1 is kept: it was made by an earlier version.</source>
            <translation>%1 是旧版本生成的，没有留底。</translation>
        </message>
        <message>
            <source>No date of the receiver is entered.</source>
            <translation>还没填对方给的截止时间。</translation>
        </message>
        <message>
            <source>No exhibit goes in</source>
            <translation>没有放入任何证据</translation>
        </message>
        <message>
            <source>No name, number or address was found in the texts.</source>
            <translation>文字里没有发现姓名、号码或地址。</translation>
        </message>
        <message>
            <source>No packet of this case has been made yet.</source>
            <translation>这一单还没有生成过举证材料。</translation>
        </message>
        <message>
            <source>No phone number, address or name found in the texts</source>
            <translation>文字里没有手机号、地址、姓名</translation>
        </message>
        <message>
            <source>No type of evidence of this receiver takes %1. Choose one.</source>
            <translation>%1没有对应的证据栏目，请选一个。</translation>
        </message>
        <message>
            <source>Nobody has noted when this was checked.</source>
            <translation>没有记下何时核对过。</translation>
        </message>
        <message>
            <source>None ticked: nothing is known.</source>
            <translation>都不勾表示不清楚。</translation>
        </message>
        <message>
            <source>Not as imported, kept out: exhibit %1. Take it out, or restore it.</source>
            <translation>与导入时不一致，已排除：证据 %1。请去掉，或从备份恢复。</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>还不知道</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note it for the packet too</source>
            <translation>材料也记上</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message numerus="yes">
            <source>Nothing hidden in %n picture(s)</source>
            <translation>
                <numerusform>%n 件图片没有打码</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing of %1 can be shown as a picture. Take it out, or choose stills or pages.</source>
            <translation>%1变不成图片。请去掉，或选取画面、页码。</translation>
        </message>
        <message>
            <source>Nothing was made. The Packet page names what is too much.</source>
            <translation>没有生成。举证材料页会指出哪里超了。</translation>
        </message>
        <message>
            <source>One file</source>
            <translation>单个文件</translation>
        </message>
        <message>
            <source>One line each: name, address, telephone, licence number.</source>
            <translation>每样一行：店名、地址、电话、执照号。</translation>
        </message>
        <message>
            <source>Only where the receiver asks for them, and only what is true of this buyer.</source>
            <translation>只在对方要求时用，且只写这位买家确有的事。</translation>
        </message>
        <message>
            <source>Open the kept copy</source>
            <translation>打开留底</translation>
        </message>
        <message>
            <source>Opens with a password</source>
            <translation>打开需密码</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Originals not compared yet</source>
            <translation>原件还没核对</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Packets made so far</source>
            <translation>已生成的举证材料</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Pages are nearly used up. Put small pictures 2, 4 or 6 to a page, or leave the integrity page out.</source>
            <translation>页数快用完。小图可以 2、4、6 张合排一页，或不放完整性页。</translation>
        </message>
        <message>
            <source>Pages of one file</source>
            <translation>单个文件页数</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>包裹</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>当事各方</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Pictures are at the limit. To add an exhibit, take one out first; nothing is cut by itself.</source>
            <translation>图片已到上限。再加证据须先去掉一张，不会自动截断。</translation>
        </message>
        <message>
            <source>Pictures are made as JPEG: tick it.</source>
            <translation>图片都做成 JPEG，请勾上。</translation>
        </message>
        <message>
            <source>Pixels of a picture</source>
            <translation>单张像素</translation>
        </message>
        <message>
            <source>Presets</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Proof for %1</source>
            <translation>向%1举证</translation>
        </message>
        <message>
            <source>Proof is due</source>
            <translation>举证截止</translation>
        </message>
        <message numerus="yes">
            <source>Proposed: %n hour(s) from now, as this receiver gives.</source>
            <translation>
                <numerusform>按这一方的规定，先填为 %n 小时后。</numerusform>
            </translation>
        </message>
        <message>
            <source>Recipient's name and address</source>
            <translation>收件人姓名、电话和地址</translation>
        </message>
        <message>
            <source>Redact</source>
            <translation>去打码</translation>
        </message>
        <message>
            <source>Redacted copies first</source>
            <translation>优先用打码副本</translation>
        </message>
        <message>
            <source>Remind</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>分辨率</translation>
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
            <source>Save archive</source>
            <translation>保存存档</translation>
        </message>
        <message>
            <source>Save files</source>
            <translation>保存文件</translation>
        </message>
        <message>
            <source>Save it again, byte for byte…</source>
            <translation>原样再存一份…</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存 %1</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Shown without its redactions: exhibit %1</source>
            <translation>有打码副本却没用上：证据 %1</translation>
        </message>
        <message>
            <source>Sign, lock, verify</source>
            <translation>签名、加密、核验</translation>
        </message>
        <message>
            <source>Sign, stamp or lock the next packet…</source>
            <translation>给下一份签名、加时间戳或加密…</translation>
        </message>
        <message>
            <source>Signed: %1</source>
            <translation>已签名：%1</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Size in all</source>
            <translation>合计大小</translation>
        </message>
        <message>
            <source>Size of one file</source>
            <translation>单个文件大小</translation>
        </message>
        <message>
            <source>Smallest type (pt)</source>
            <translation>最小字号（磅）</translation>
        </message>
        <message>
            <source>Sources so far</source>
            <translation>已有出处</translation>
        </message>
        <message>
            <source>Submission</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Summary on the first page</source>
            <translation>首页摘要</translation>
        </message>
        <message>
            <source>Summary, at least</source>
            <translation>摘要最少字数</translation>
        </message>
        <message>
            <source>Summary, at most</source>
            <translation>摘要最多字数</translation>
        </message>
        <message>
            <source>Take one away that nobody uses.</source>
            <translation>请删掉一个不用的。</translation>
        </message>
        <message>
            <source>Take this preset away</source>
            <translation>删除这个预设</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>接收形式</translation>
        </message>
        <message>
            <source>Takes one submission only</source>
            <translation>只能提交一次</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Text in all</source>
            <translation>文字合计</translation>
        </message>
        <message>
            <source>Text of the field</source>
            <translation>这一栏的文字</translation>
        </message>
        <message>
            <source>The buyer's other cases are told to the receiver.</source>
            <translation>会把买家的其他售后告诉对方。</translation>
        </message>
        <message>
            <source>The case's dispute: %1. Packet %2 has no outcome yet.</source>
            <translation>纠纷结果：%1。举证材料 %2 还没登记结果。</translation>
        </message>
        <message>
            <source>The copy chosen for an exhibit is not there</source>
            <translation>有证据选用的副本不存在</translation>
        </message>
        <message>
            <source>The copy chosen for it is not there, kept out: exhibit %1. Choose another.</source>
            <translation>选用的副本不存在，未放入：证据 %1。请改选其他版本。</translation>
        </message>
        <message>
            <source>The date %1 gave</source>
            <translation>%1给的截止时间</translation>
        </message>
        <message>
            <source>The list of expected proof cannot be read.</source>
            <translation>应有证据清单读不出来。</translation>
        </message>
        <message>
            <source>The list of receivers cannot be read.</source>
            <translation>接收方清单读不出来。</translation>
        </message>
        <message>
            <source>The list of receivers cannot be used.</source>
            <translation>接收方清单不能用。</translation>
        </message>
        <message>
            <source>The number of files is nearly used up; exhibits of one type share a file.</source>
            <translation>文件数快用完；同类证据会合在一个文件里。</translation>
        </message>
        <message>
            <source>The packet does not fit what its receiver takes.</source>
            <translation>这份材料超出了接收方的限制。</translation>
        </message>
        <message>
            <source>The preview is not there yet</source>
            <translation>预览还没好</translation>
        </message>
        <message>
            <source>The receiver does not take the paper %1.</source>
            <translation>对方不收 %1 纸。</translation>
        </message>
        <message>
            <source>The receiver has no type of evidence “%1”: %2. Choose another.</source>
            <translation>对方没有“%1”这一栏：%2。请换一栏。</translation>
        </message>
        <message>
            <source>The receiver takes one submission, and %1 was handed out %2</source>
            <translation>对方只收一次，%1 已于 %2 交出</translation>
        </message>
        <message>
            <source>The receiver takes one submission: nothing was handed out to it yet</source>
            <translation>对方只收一次，还没交过</translation>
        </message>
        <message>
            <source>The receiver takes pictures: choose at least one exhibit.</source>
            <translation>对方收图片，请至少选一件证据。</translation>
        </message>
        <message>
            <source>The receiver takes pictures: there are no pages for it.</source>
            <translation>对方收图片，没有放它的页面。</translation>
        </message>
        <message>
            <source>The receiver takes this paper only</source>
            <translation>对方只收这种纸</translation>
        </message>
        <message>
            <source>The receiver's date</source>
            <translation>对方给的截止时间</translation>
        </message>
        <message>
            <source>The receiver's date: %1</source>
            <translation>对方截止时间：%1</translation>
        </message>
        <message>
            <source>The receiver's own fields</source>
            <translation>对方要填的栏目</translation>
        </message>
        <message>
            <source>The size is nearly used up; pictures were shrunk as far as they stay readable.</source>
            <translation>大小快到上限；图片已在看得清的前提下压缩。</translation>
        </message>
        <message>
            <source>The summary has %1 characters, %2 fit. Shorten it: nothing is cut.</source>
            <translation>摘要有 %1 字，上限 %2 字。请改短，不会自动截断。</translation>
        </message>
        <message>
            <source>The summary has %1 characters, at least %2 are wanted.</source>
            <translation>摘要只有 %1 字，至少要 %2 字。</translation>
        </message>
        <message>
            <source>The summary is nearly at its limit.</source>
            <translation>摘要快到字数上限。</translation>
        </message>
        <message>
            <source>The text for “%1” has %2 characters, %3 fit.</source>
            <translation>“%1”里有 %2 字，上限 %3 字。</translation>
        </message>
        <message>
            <source>The texts are nearly at their limit together.</source>
            <translation>文字合计快到上限。</translation>
        </message>
        <message>
            <source>The type would be %1 pt, at least %2 pt are wanted.</source>
            <translation>字号会是 %1 磅，至少要 %2 磅。</translation>
        </message>
        <message>
            <source>There are %1 receivers of your own already.</source>
            <translation>自家接收方已有 %1 个。</translation>
        </message>
        <message>
            <source>There is something of this name already: %1</source>
            <translation>已有同名的内容：%1</translation>
        </message>
        <message>
            <source>These leave the shop with the packet: %1</source>
            <translation>这份材料会带出：%1</translation>
        </message>
        <message>
            <source>This figure of the receiver cannot be: %1</source>
            <translation>接收方的这个数字不成立：%1</translation>
        </message>
        <message>
            <source>This moment has passed.</source>
            <translation>这个时间已经过了。</translation>
        </message>
        <message>
            <source>This receiver has nothing of your own.</source>
            <translation>这个接收方没有自家的改动。</translation>
        </message>
        <message>
            <source>Tick at least one.</source>
            <translation>至少勾一个。</translation>
        </message>
        <message>
            <source>Time stamp: %1</source>
            <translation>时间戳：%1</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>用量</translation>
        </message>
        <message>
            <source>Verify a packet…</source>
            <translation>核验材料…</translation>
        </message>
        <message>
            <source>Weight evidence</source>
            <translation>称重证据</translation>
        </message>
        <message>
            <source>What can be done with it</source>
            <translation>可以做什么</translation>
        </message>
        <message>
            <source>What is asked</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>What leaves the shop</source>
            <translation>会外传的信息</translation>
        </message>
        <message>
            <source>What the shop kept or got back.</source>
            <translation>店铺保住或追回的金额。</translation>
        </message>
        <message>
            <source>Where you read it: a page, a letter, a call.</source>
            <translation>在哪里看到的：网页、来信、电话。</translation>
        </message>
        <message>
            <source>Words in %1 could not be read at the size that fits. Crop it, or take it out.</source>
            <translation>%1压到能放下时，字就看不清了。请裁剪，或去掉。</translation>
        </message>
        <message>
            <source>Would help, not required: %1</source>
            <translation>有更好，非必需：%1</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>去写</translation>
        </message>
        <message>
            <source>Write a number such as 12.</source>
            <translation>请填数字，如 12。</translation>
        </message>
        <message>
            <source>Write a size such as 4.5 MB, 130 KB or 130000.</source>
            <translation>请填大小，如 4.5 MB、130 KB 或 130000。</translation>
        </message>
        <message>
            <source>Write a whole number, or nothing where no limit is known.</source>
            <translation>请填整数；不知道有无限制就空着。</translation>
        </message>
        <message>
            <source>Write it again; the others work.</source>
            <translation>请重新填写，其他的不受影响。</translation>
        </message>
        <message>
            <source>Write the day as 2026-11-22, not after today.</source>
            <translation>请按 2026-11-22 填，不晚于今天。</translation>
        </message>
        <message>
            <source>Write the largest page as 210 × 297.</source>
            <translation>请按 210 × 297 填最大页面。</translation>
        </message>
        <message>
            <source>Write what the shop kept or got back.</source>
            <translation>请填店铺保住或追回的金额。</translation>
        </message>
        <message>
            <source>Your source</source>
            <translation>你的出处</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>exhibit %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>fairly sure</source>
            <translation>较可靠</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>已加密</translation>
        </message>
        <message>
            <source>nearly full</source>
            <translation>快满了</translation>
        </message>
        <message>
            <source>no limit known</source>
            <translation>无已知限制</translation>
        </message>
        <message>
            <source>not before it is due</source>
            <translation>到点才提醒</translation>
        </message>
        <message>
            <source>not rated</source>
            <translation>未评</translation>
        </message>
        <message>
            <source>not sure</source>
            <translation>不太确定</translation>
        </message>
        <message>
            <source>only once</source>
            <translation>只收一次</translation>
        </message>
        <message>
            <source>over the limit</source>
            <translation>超出上限</translation>
        </message>
        <message>
            <source>second-hand</source>
            <translation>转引</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>已签名</translation>
        </message>
        <message>
            <source>sure</source>
            <translation>可靠</translation>
        </message>
        <message>
            <source>the text</source>
            <translation>文字部分</translation>
        </message>
        <message>
            <source>there are none</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>up to %1 × %2 mm</source>
            <translation>最大 %1 × %2 毫米</translation>
        </message>
        <message>
            <source>with the originals</source>
            <translation>含原件</translation>
        </message>
    </context>
</TS>
