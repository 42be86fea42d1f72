<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>reviews</name>
        <message>
            <source>%1 characters at most.</source>
            <translation>最多 %1 字。</translation>
        </message>
        <message>
            <source>%1 lines, %2 characters pasted. Only the first lines are shown; all of it is read.</source>
            <translation>已粘贴 %1 行、%2 字。这里只显示开头几行，读取时按全部内容。</translation>
        </message>
        <message>
            <source>%1 reviews taken in, %2 known already.</source>
            <translation>已导入评价 %1 条，已有 %2 条。</translation>
        </message>
        <message numerus="yes">
            <source>%n bad</source>
            <translation>
                <numerusform>差评 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n blank(s) to fill in</source>
            <translation>
                <numerusform>还有 %n 处要填</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n get their reply</source>
            <translation>
                <numerusform>补上回复 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n good one(s) name a problem</source>
            <translation>
                <numerusform>好评里提到问题 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already</source>
            <translation>
                <numerusform>已有 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n may press for money</source>
            <translation>
                <numerusform>疑似敲诈 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>新增 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of an order of the shop</source>
            <translation>
                <numerusform>对上订单 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) left out</source>
            <translation>
                <numerusform>跳过 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>1 to 5; empty where the platform gives none.</source>
            <translation>1 到 5 星；平台不给星的留空。</translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 天</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 天</translation>
        </message>
        <message>
            <source>All seen</source>
            <translation>全部已看</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>回复内容</translation>
        </message>
        <message>
            <source>Answer in public</source>
            <translation>公开回复评价</translation>
        </message>
        <message>
            <source>Answer…</source>
            <translation>回复…</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>CSV or XLSX with a row of headings, as platforms export it.</source>
            <translation>CSV 或 XLSX，要有表头行，平台导出的就行。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Change what is marked red first.</source>
            <translation>先改掉标红的字句。</translation>
        </message>
        <message>
            <source>Choose a case, or clear the field.</source>
            <translation>请选一张售后单，或清空这一栏。</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Choose a single review.</source>
            <translation>请只选一条评价。</translation>
        </message>
        <message>
            <source>Choose an order or a case.</source>
            <translation>请选订单或售后单。</translation>
        </message>
        <message>
            <source>Choose one of the same shop.</source>
            <translation>请选同一店铺的。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
        <message>
            <source>Copied. Publish it on the platform, then note it here.</source>
            <translation>已复制。到平台发布后，再在这里登记。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the list</source>
            <translation>复制清单</translation>
        </message>
        <message>
            <source>Copy the row of headings too: the text of the review, and its stars, order or buyer.</source>
            <translation>请连表头一起复制：要有评价内容，以及评分、订单号或买家。</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>复制文字</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct the day.</source>
            <translation>请改正日期。</translation>
        </message>
        <message>
            <source>Correct the number of stars, or leave it empty.</source>
            <translation>请改正星数，或留空。</translation>
        </message>
        <message>
            <source>Correct the review</source>
            <translation>更正评价</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>更正…</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day and month cannot be told apart.</source>
            <translation>分不清日和月。</translation>
        </message>
        <message>
            <source>Document the demand…</source>
            <translation>记录索要经过…</translation>
        </message>
        <message>
            <source>Empty the field</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Enter a review</source>
            <translation>登记评价</translation>
        </message>
        <message>
            <source>Enter a review…</source>
            <translation>手工登记评价…</translation>
        </message>
        <message>
            <source>Enter its text, its order number or its buyer.</source>
            <translation>请填评价内容、订单号或买家。</translation>
        </message>
        <message>
            <source>Everybody reads this: no order, no name, no address.</source>
            <translation>所有人都看得到：不写订单号、姓名、地址。</translation>
        </message>
        <message>
            <source>Evidence of the case</source>
            <translation>售后单的凭证</translation>
        </message>
        <message>
            <source>Extortion…</source>
            <translation>标为敲诈…</translation>
        </message>
        <message>
            <source>Facts only. Attach the screenshots of the demand.</source>
            <translation>只列事实。请附上对方索要的截图。</translation>
        </message>
        <message>
            <source>Fill in the blanks first.</source>
            <translation>先把空着的地方填上。</translation>
        </message>
        <message>
            <source>Flag the buyer too</source>
            <translation>同时给买家打上标记</translation>
        </message>
        <message>
            <source>Follow again</source>
            <translation>重新跟进</translation>
        </message>
        <message>
            <source>From a file</source>
            <translation>从文件</translation>
        </message>
        <message>
            <source>It has a case already.</source>
            <translation>已有售后单。</translation>
        </message>
        <message>
            <source>It is being followed.</source>
            <translation>正在跟进。</translation>
        </message>
        <message>
            <source>It is documented and reported, and never paid.</source>
            <translation>留证并举报，绝不给钱。</translation>
        </message>
        <message>
            <source>It is linked to nothing.</source>
            <translation>没有关联。</translation>
        </message>
        <message>
            <source>It is not marked.</source>
            <translation>没有标记。</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Leave without an answer</source>
            <translation>不回复这条评价</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Link…</source>
            <translation>关联…</translation>
        </message>
        <message>
            <source>Look for it in the register of reviews.</source>
            <translation>请在评价登记表里查找。</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>Mark as extortion</source>
            <translation>标为敲诈</translation>
        </message>
        <message>
            <source>Mark it as extortion first.</source>
            <translation>请先标为敲诈。</translation>
        </message>
        <message>
            <source>Mark it first, with a note of what was demanded.</source>
            <translation>请先标记，并写明对方要什么。</translation>
        </message>
        <message>
            <source>More than %1 reviews at once.</source>
            <translation>一次超过 %1 条评价。</translation>
        </message>
        <message>
            <source>Name the shop with --shop.</source>
            <translation>请用 --shop 指明店铺。</translation>
        </message>
        <message>
            <source>Neither stars nor a verdict can be read.</source>
            <translation>读不出星级或好中差评。</translation>
        </message>
        <message>
            <source>Next blank</source>
            <translation>下一处空白</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>不回复</translation>
        </message>
        <message>
            <source>No answer…</source>
            <translation>不回复…</translation>
        </message>
        <message>
            <source>No order chosen</source>
            <translation>未选订单</translation>
        </message>
        <message>
            <source>No table of reviews is found in %1.</source>
            <translation>%1 里没找到评价表格。</translation>
        </message>
        <message>
            <source>No table of reviews is found in what was pasted.</source>
            <translation>粘贴的内容里没找到评价表格。</translation>
        </message>
        <message>
            <source>No text, no order, no buyer.</source>
            <translation>没有内容、订单号和买家。</translation>
        </message>
        <message>
            <source>Not extortion</source>
            <translation>取消敲诈标记</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing left: every problem named in a good review was looked at.</source>
            <translation>都看过了：好评里提到的问题没有剩下的。</translation>
        </message>
        <message>
            <source>Nothing read yet.</source>
            <translation>还没有内容。</translation>
        </message>
        <message>
            <source>Now: %1</source>
            <translation>现在：%1</translation>
        </message>
        <message>
            <source>One cell is too large.</source>
            <translation>有一格太大。</translation>
        </message>
        <message>
            <source>One row has to name the columns: the text of the review, and its stars, order or buyer.</source>
            <translation>要有一行表头：评价内容，以及评分、订单号或买家。</translation>
        </message>
        <message>
            <source>Only good reviews that name a problem.</source>
            <translation>只限提到问题的好评。</translation>
        </message>
        <message>
            <source>Only one that waits for an answer.</source>
            <translation>只限待回复的评价。</translation>
        </message>
        <message>
            <source>Open a case</source>
            <translation>开售后单</translation>
        </message>
        <message>
            <source>Open a case for it first.</source>
            <translation>请先为它开售后单。</translation>
        </message>
        <message>
            <source>Open that case.</source>
            <translation>请打开那张售后单。</translation>
        </message>
        <message>
            <source>Or paste</source>
            <translation>或粘贴</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Packet of the case</source>
            <translation>售后单的举证材料</translation>
        </message>
        <message>
            <source>Paste the table with its headings: order, buyer, stars, text, time, reply. Any order of columns.</source>
            <translation>连表头一起粘贴：订单号、买家、评分、内容、时间、回复，列的先后不限。</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Problems named in good reviews</source>
            <translation>好评里提到的问题</translation>
        </message>
        <message>
            <source>Problems named in good reviews…</source>
            <translation>好评里提到的问题…</translation>
        </message>
        <message>
            <source>Problems seen</source>
            <translation>问题已看</translation>
        </message>
        <message>
            <source>Problems the review names</source>
            <translation>评价提到的问题</translation>
        </message>
        <message>
            <source>Problems…</source>
            <translation>问题…</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>Published on</source>
            <translation>发布日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reload the register.</source>
            <translation>请刷新登记表。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Remove this review from the list?</source>
            <translation>从清单里删除这条评价？</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Report to the platform</source>
            <translation>向平台举报</translation>
        </message>
        <message>
            <source>Report to the platform…</source>
            <translation>向平台举报…</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>已举报</translation>
        </message>
        <message>
            <source>Reported on</source>
            <translation>举报日期</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>评价</translation>
        </message>
        <message>
            <source>Reviews from a file</source>
            <translation>从文件导入评价</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows that cannot be read</source>
            <translation>读不了的行</translation>
        </message>
        <message>
            <source>Say why, so that nobody wonders later.</source>
            <translation>请写明原因，免得以后说不清。</translation>
        </message>
        <message>
            <source>Seen, passed on</source>
            <translation>已看，已转告</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Split the list and take it in by parts.</source>
            <translation>请把清单拆开，分几次导入。</translation>
        </message>
        <message>
            <source>Stars</source>
            <translation>星级</translation>
        </message>
        <message>
            <source>Stars are 1 to 5.</source>
            <translation>星级是 1 到 5。</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls);;All files (*)</source>
            <translation>表格 (*.csv *.tsv *.txt *.xlsx *.xls);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Take in</source>
            <translation>导入</translation>
        </message>
        <message numerus="yes">
            <source>Take in %n</source>
            <translation>
                <numerusform>导入 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Take in reviews</source>
            <translation>导入评价</translation>
        </message>
        <message>
            <source>Take in reviews…</source>
            <translation>导入评价…</translation>
        </message>
        <message>
            <source>Take it in as a file instead.</source>
            <translation>请存成文件再导入。</translation>
        </message>
        <message>
            <source>Take the link away</source>
            <translation>取消关联</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>That belongs to another shop than the review.</source>
            <translation>那是另一家店铺的，不是这条评价的店铺。</translation>
        </message>
        <message>
            <source>The buyer is not known, or ordered nothing.</source>
            <translation>买家不明，或没有订单。</translation>
        </message>
        <message>
            <source>The order it is linked to</source>
            <translation>已关联的订单</translation>
        </message>
        <message>
            <source>The orders of this buyer.</source>
            <translation>这位买家的订单。</translation>
        </message>
        <message>
            <source>The quotation marks do not match.</source>
            <translation>引号不成对。</translation>
        </message>
        <message>
            <source>The reason stays with the review.</source>
            <translation>原因会随评价保存。</translation>
        </message>
        <message>
            <source>The reply was not given yet on that day.</source>
            <translation>回复日期还没到。</translation>
        </message>
        <message>
            <source>The review belongs to case %1 already.</source>
            <translation>这条评价已归入售后单 %1。</translation>
        </message>
        <message>
            <source>The review was not written yet on that day.</source>
            <translation>评价日期还没到。</translation>
        </message>
        <message>
            <source>The row cannot be read.</source>
            <translation>这一行读不了。</translation>
        </message>
        <message>
            <source>The row ends too early.</source>
            <translation>这一行不完整。</translation>
        </message>
        <message>
            <source>The text as it came stays in the history.</source>
            <translation>导入时的原文会留在历史中。</translation>
        </message>
        <message>
            <source>The text is longer than 10,000 characters.</source>
            <translation>内容超过 10,000 字。</translation>
        </message>
        <message>
            <source>The time cannot be read.</source>
            <translation>时间读不懂。</translation>
        </message>
        <message>
            <source>There is nothing in this review yet.</source>
            <translation>这条评价还是空的。</translation>
        </message>
        <message>
            <source>This review is entered already.</source>
            <translation>这条评价已登记过。</translation>
        </message>
        <message>
            <source>This review is not marked as extortion.</source>
            <translation>这条评价没有标为敲诈。</translation>
        </message>
        <message>
            <source>This review is not there any more.</source>
            <translation>这条评价已不存在。</translation>
        </message>
        <message>
            <source>Today and yesterday</source>
            <translation>今天和昨天</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>评级</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>What is the review about?</source>
            <translation>这条评价是关于什么的？</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>What stands there</source>
            <translation>原内容</translation>
        </message>
        <message>
            <source>What was pasted is longer than %1 characters.</source>
            <translation>粘贴的内容超过 %1 字。</translation>
        </message>
        <message>
            <source>Which shop are the reviews of?</source>
            <translation>这些评价是哪家店铺的？</translation>
        </message>
        <message>
            <source>Who demanded what, when, and where it is written.</source>
            <translation>谁、什么时候、要什么，写在哪里。</translation>
        </message>
        <message>
            <source>Write the answer first.</source>
            <translation>请先写回复。</translation>
        </message>
        <message>
            <source>Written on</source>
            <translation>评价日期</translation>
        </message>
        <message>
            <source>no documented limit known</source>
            <translation>字数上限未知</translation>
        </message>
    </context>
</TS>
