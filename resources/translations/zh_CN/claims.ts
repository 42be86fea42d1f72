<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>claims</name>
        <message>
            <source>%1 characters at most.</source>
            <translation>最多 %1 个字。</translation>
        </message>
        <message>
            <source>%1 days: %2, %3</source>
            <translation>%1 天：%2 单，%3</translation>
        </message>
        <message>
            <source>%1 has not come yet.</source>
            <translation>%1 还没到。</translation>
        </message>
        <message>
            <source>%1 is long before the claim of %2.</source>
            <translation>%1 远早于 %2 的理赔。</translation>
        </message>
        <message>
            <source>%1 less than claimed; it stays in the statement.</source>
            <translation>比申报少 %1，会列在对账单里。</translation>
        </message>
        <message>
            <source>%1 more than was to come.</source>
            <translation>比应到的多 %1。</translation>
        </message>
        <message>
            <source>%1 stay open.</source>
            <translation>还差 %1。</translation>
        </message>
        <message>
            <source>%1, %2: %3 general points, %4 to the node at %5; %6 serious points, %7 to the node at %8.</source>
            <translation>%1 %2 年：一般违规 %3 分，距 %5 分节点还有 %4 分；严重违规 %6 分，距 %8 分节点还有 %7 分。</translation>
        </message>
        <message>
            <source>%1: %2 points so far, %3 after this; %4 to the node at %5.</source>
            <translation>%1 年已扣 %2 分，加上这次 %3 分；距 %5 分节点还有 %4 分。</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n claim, %2 in all.</source>
            <translation>
                <numerusform>%1：共 %n 单，合计 %2。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim has no amount yet and is in no total.</source>
            <translation>
                <numerusform>有 %n 单还没填金额，不计入合计。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claims handed in</source>
            <translation>
                <numerusform>提交 %n 单理赔</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A node brings: %1.</source>
            <translation>到节点：%1。</translation>
        </message>
        <message>
            <source>A penalty has points, money or both.</source>
            <translation>处罚要有扣分或金额。</translation>
        </message>
        <message>
            <source>A whole number up to %1.</source>
            <translation>请填不超过 %1 的整数。</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>认赔</translation>
        </message>
        <message>
            <source>Allowed (%1)</source>
            <translation>认赔（%1）</translation>
        </message>
        <message>
            <source>Allowed before</source>
            <translation>此前认赔</translation>
        </message>
        <message>
            <source>Amount (%1)</source>
            <translation>金额（%1）</translation>
        </message>
        <message>
            <source>An answer is due within 1 to %1 days.</source>
            <translation>应答天数在 1 到 %1 之间。</translation>
        </message>
        <message>
            <source>An invoice of %1 is owed already.</source>
            <translation>%1 已有一张待开的发票。</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Answer within (days)</source>
            <translation>应答期（天）</translation>
        </message>
        <message numerus="yes">
            <source>Answers late: %1, the latest by %n day.</source>
            <translation>
                <numerusform>超期未答复 %1 单，最长超 %n 天。</numerusform>
            </translation>
        </message>
        <message>
            <source>As the platform names it.</source>
            <translation>按平台的叫法填。</translation>
        </message>
        <message>
            <source>At most %1 lines at once.</source>
            <translation>一次最多 %1 行。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Carrier claims</source>
            <translation>快递理赔</translation>
        </message>
        <message>
            <source>Check the year.</source>
            <translation>请核对年份。</translation>
        </message>
        <message>
            <source>Choose a line of the register of compensation.</source>
            <translation>请选赔付登记表里的一行。</translation>
        </message>
        <message>
            <source>Choose a line of the register of invoices owed.</source>
            <translation>请选欠开发票登记表里的一行。</translation>
        </message>
        <message>
            <source>Choose a line of the register of penalties.</source>
            <translation>请选处罚登记表里的一行。</translation>
        </message>
        <message>
            <source>Choose a shop at the top right first.</source>
            <translation>请先在右上角选店铺。</translation>
        </message>
        <message>
            <source>Choose a single claim.</source>
            <translation>请只选一单理赔。</translation>
        </message>
        <message>
            <source>Choose a single invoice.</source>
            <translation>请只选一张发票。</translation>
        </message>
        <message>
            <source>Choose a single line.</source>
            <translation>请只选一行。</translation>
        </message>
        <message>
            <source>Choose a single penalty.</source>
            <translation>请只选一条处罚。</translation>
        </message>
        <message>
            <source>Choose fewer and do it in parts.</source>
            <translation>请少选一些，分几次做。</translation>
        </message>
        <message>
            <source>Choose lines of the register of carrier claims.</source>
            <translation>请选快递理赔登记表里的行。</translation>
        </message>
        <message>
            <source>Choose those of one, and remind each by itself.</source>
            <translation>请只选同一家快递的，逐家催办。</translation>
        </message>
        <message>
            <source>Claim handed in to the carrier</source>
            <translation>理赔已提交快递</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>申报</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Confirm…</source>
            <translation>确认处罚…</translation>
        </message>
        <message>
            <source>Copied. It is noted that the carrier was reminded.</source>
            <translation>已复制，并记下催过一次。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Correct it with a reason instead.</source>
            <translation>请改用更正并写明原因。</translation>
        </message>
        <message>
            <source>Correct the claim first, then note the answer.</source>
            <translation>请先更正申报，再记答复。</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>最迟</translation>
        </message>
        <message>
            <source>Empty where no day was promised.</source>
            <translation>没约定日期就留空。</translation>
        </message>
        <message>
            <source>Empty: each carrier's own days count.</source>
            <translation>留空则按各家快递自己的天数。</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Enter a number in between.</source>
            <translation>请填这个范围内的数。</translation>
        </message>
        <message>
            <source>Enter an amount above zero.</source>
            <translation>请填大于零的金额。</translation>
        </message>
        <message>
            <source>Enter an amount, or that it pays nothing.</source>
            <translation>请填认赔金额，或选“不赔”。</translation>
        </message>
        <message>
            <source>Enter at least one of them.</source>
            <translation>请至少填一项。</translation>
        </message>
        <message>
            <source>Enter it in that currency.</source>
            <translation>请按这个币种填。</translation>
        </message>
        <message>
            <source>Enter it without a minus, or leave it empty.</source>
            <translation>请去掉负号，或留空。</translation>
        </message>
        <message>
            <source>Enter points, money or both.</source>
            <translation>请填扣分或金额。</translation>
        </message>
        <message>
            <source>Enter the number that stands on it.</source>
            <translation>请填发票上的号码。</translation>
        </message>
        <message>
            <source>Enter today or a day before.</source>
            <translation>请填今天或更早的日子。</translation>
        </message>
        <message>
            <source>Enter what the carrier pays, or choose “Pays nothing”.</source>
            <translation>请填快递认赔的金额，或选“不赔”。</translation>
        </message>
        <message>
            <source>Enter what the platform took.</source>
            <translation>请填平台实际扣的分。</translation>
        </message>
        <message>
            <source>Enter what was really paid.</source>
            <translation>请填实际金额。</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用于</translation>
        </message>
        <message>
            <source>From %1; the contract with the carrier may say otherwise.</source>
            <translation>取自“%1”；与快递的合同另有约定的，以合同为准。</translation>
        </message>
        <message>
            <source>From the contract you entered.</source>
            <translation>取自你填过的合同。</translation>
        </message>
        <message>
            <source>General points</source>
            <translation>一般违规</translation>
        </message>
        <message>
            <source>Hand in all that are open…</source>
            <translation>提交全部待处理的…</translation>
        </message>
        <message>
            <source>Hand in…</source>
            <translation>提交…</translation>
        </message>
        <message>
            <source>Hand it in first, then note answer and money.</source>
            <translation>请先提交，再记答复和到账。</translation>
        </message>
        <message>
            <source>Handed in</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>Invoice issued</source>
            <translation>发票已开</translation>
        </message>
        <message>
            <source>Invoice issued…</source>
            <translation>已开票…</translation>
        </message>
        <message>
            <source>Invoice number</source>
            <translation>发票号码</translation>
        </message>
        <message>
            <source>Invoice owed to the buyer</source>
            <translation>欠买家发票</translation>
        </message>
        <message>
            <source>Invoice title</source>
            <translation>发票抬头</translation>
        </message>
        <message>
            <source>Issue that one in the register of invoices owed.</source>
            <translation>请在欠开发票登记表里开那一张。</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>已开</translation>
        </message>
        <message>
            <source>It did not come after all: take it off</source>
            <translation>其实没到账：冲回</translation>
        </message>
        <message>
            <source>It is not owed any more.</source>
            <translation>已不欠这张发票。</translation>
        </message>
        <message>
            <source>It is not said what the carrier pays.</source>
            <translation>没有说明快递赔多少。</translation>
        </message>
        <message>
            <source>It is not said which shop the penalty is for.</source>
            <translation>没有说明是哪家店铺的处罚。</translation>
        </message>
        <message>
            <source>It is paid, or not paid any more.</source>
            <translation>已付，或不再支付。</translation>
        </message>
        <message>
            <source>It is withdrawn already.</source>
            <translation>已经撤销。</translation>
        </message>
        <message>
            <source>It stays in the register, marked as withdrawn; its points and money count no more.</source>
            <translation>仍留在登记表里并标为已撤销，扣分和金额不再计入。</translation>
        </message>
        <message>
            <source>It was confirmed or withdrawn; correct it instead.</source>
            <translation>它已确认或撤销，请改用更正。</translation>
        </message>
        <message>
            <source>It was handed in already.</source>
            <translation>已经提交过。</translation>
        </message>
        <message>
            <source>It was issued or taken back; correct it instead.</source>
            <translation>它已开出或取消，请改用更正。</translation>
        </message>
        <message>
            <source>It was not handed in yet.</source>
            <translation>还没有提交。</translation>
        </message>
        <message>
            <source>Keep as the contract of %1</source>
            <translation>记为与%1的合同约定</translation>
        </message>
        <message>
            <source>Keep the answer</source>
            <translation>记下答复</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Language of the message</source>
            <translation>话术的语言</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Message to the carrier</source>
            <translation>给快递的话术</translation>
        </message>
        <message>
            <source>Money came for it, or it is withdrawn.</source>
            <translation>已有到账，或已撤销。</translation>
        </message>
        <message>
            <source>Money came for the claim of %1.</source>
            <translation>%1 的理赔已有到账。</translation>
        </message>
        <message>
            <source>Money received</source>
            <translation>记到账</translation>
        </message>
        <message>
            <source>Money received…</source>
            <translation>记到账…</translation>
        </message>
        <message>
            <source>Month's sum and ages…</source>
            <translation>月结合计与账龄…</translation>
        </message>
        <message>
            <source>More than was claimed (%1): correct the claim first.</source>
            <translation>超过申报金额（%1）：请先更正申报。</translation>
        </message>
        <message>
            <source>No days are known. Enter those of your contract, or leave it empty: nothing will be late.</source>
            <translation>不知道应答期。请填合同里的天数；留空则不会算超期。</translation>
        </message>
        <message>
            <source>No invoice is owed</source>
            <translation>无需开票</translation>
        </message>
        <message>
            <source>None waits to be handed in.</source>
            <translation>没有待提交的。</translation>
        </message>
        <message>
            <source>Not owed</source>
            <translation>无需开票</translation>
        </message>
        <message>
            <source>Not owed…</source>
            <translation>无需开票…</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>不再支付</translation>
        </message>
        <message>
            <source>Not paid after all</source>
            <translation>不再支付</translation>
        </message>
        <message>
            <source>Not paid…</source>
            <translation>不再支付…</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note a penalty</source>
            <translation>登记处罚</translation>
        </message>
        <message>
            <source>Note a penalty…</source>
            <translation>登记处罚…</translation>
        </message>
        <message>
            <source>Note what the carrier answers, or remind them.</source>
            <translation>请记快递的答复，或催办。</translation>
        </message>
        <message>
            <source>Nothing is left to do.</source>
            <translation>不用再做什么。</translation>
        </message>
        <message>
            <source>Nothing is waited for any more; the claim can be handed in again as an appeal.</source>
            <translation>不再等待；需要申诉时可再次提交。</translation>
        </message>
        <message>
            <source>Nothing is waited for.</source>
            <translation>没有在等的。</translation>
        </message>
        <message>
            <source>Only %1 were received for %2.</source>
            <translation>%2 只到账 %1。</translation>
        </message>
        <message>
            <source>Only %1 were received.</source>
            <translation>只到账 %1。</translation>
        </message>
        <message>
            <source>Only an expected penalty is confirmed.</source>
            <translation>只有“可能被罚”的才需确认。</translation>
        </message>
        <message>
            <source>Only expected: it counts once it is confirmed</source>
            <translation>只是可能：确认后才计入</translation>
        </message>
        <message>
            <source>Only open and refused claims are handed in.</source>
            <translation>只有待处理和拒赔的才能提交。</translation>
        </message>
        <message>
            <source>Open claims of all months:</source>
            <translation>各月未了结的理赔：</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付</translation>
        </message>
        <message>
            <source>Paid to the buyer</source>
            <translation>付给买家</translation>
        </message>
        <message>
            <source>Paid…</source>
            <translation>记已付…</translation>
        </message>
        <message>
            <source>Pays</source>
            <translation>认赔</translation>
        </message>
        <message>
            <source>Pays nothing</source>
            <translation>不赔</translation>
        </message>
        <message>
            <source>Penalty (%1)</source>
            <translation>违约金（%1）</translation>
        </message>
        <message>
            <source>Penalty confirmed</source>
            <translation>确认处罚</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>扣分</translation>
        </message>
        <message>
            <source>Points are whole numbers from 0 to %1.</source>
            <translation>扣分是 0 到 %1 的整数。</translation>
        </message>
        <message>
            <source>Points of the year</source>
            <translation>本年扣分</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>到账</translation>
        </message>
        <message>
            <source>Received (%1)</source>
            <translation>到账（%1）</translation>
        </message>
        <message>
            <source>Received before</source>
            <translation>此前到账</translation>
        </message>
        <message>
            <source>Remind %1</source>
            <translation>催%1答复</translation>
        </message>
        <message>
            <source>Remind the carrier</source>
            <translation>催快递答复</translation>
        </message>
        <message>
            <source>Remind the carrier…</source>
            <translation>催快递答复…</translation>
        </message>
        <message numerus="yes">
            <source>Reminded %n time before.</source>
            <translation>
                <numerusform>此前催过 %n 次。</numerusform>
            </translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Say why, so that nobody wonders later.</source>
            <translation>请写明原因，免得以后有人疑惑。</translation>
        </message>
        <message>
            <source>Serious points</source>
            <translation>严重违规</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>冲回</translation>
        </message>
        <message>
            <source>Take off that much at most.</source>
            <translation>最多冲回这么多。</translation>
        </message>
        <message>
            <source>Take that off first, then withdraw the claim.</source>
            <translation>请先冲回到账，再撤销理赔。</translation>
        </message>
        <message>
            <source>The amount is below zero.</source>
            <translation>金额小于零。</translation>
        </message>
        <message>
            <source>The amount is in another currency than the line, %1.</source>
            <translation>金额的币种与这一行（%1）不同。</translation>
        </message>
        <message>
            <source>The amount is not above zero, or too large.</source>
            <translation>金额不大于零，或太大。</translation>
        </message>
        <message>
            <source>The carrier cannot allow more than the %1 claimed for %2.</source>
            <translation>%2 只申报了 %1，认赔不能超过它。</translation>
        </message>
        <message>
            <source>The claim of %1 is at its end.</source>
            <translation>%1 的理赔已了结。</translation>
        </message>
        <message>
            <source>The claim of %1 was handed in already.</source>
            <translation>%1 的理赔已经提交过。</translation>
        </message>
        <message>
            <source>The claim of %1 was not handed in yet.</source>
            <translation>%1 的理赔还没提交。</translation>
        </message>
        <message>
            <source>The claim of %1 was withdrawn.</source>
            <translation>%1 的理赔已撤销。</translation>
        </message>
        <message>
            <source>The claim stays in the register, marked as withdrawn, and counts in no sum.</source>
            <translation>仍留在登记表里并标为已撤销，不计入合计。</translation>
        </message>
        <message>
            <source>The invoice of %1 is not owed any more.</source>
            <translation>%1 已不欠发票。</translation>
        </message>
        <message>
            <source>The line of %1 is paid, or not paid any more.</source>
            <translation>%1 的这一行已付，或不再支付。</translation>
        </message>
        <message>
            <source>The name the buyer wants on it.</source>
            <translation>买家要求的抬头。</translation>
        </message>
        <message>
            <source>The node at %1 points is reached.</source>
            <translation>已到 %1 分节点。</translation>
        </message>
        <message>
            <source>The order's total without freight.</source>
            <translation>订单总额减去运费。</translation>
        </message>
        <message>
            <source>These claims are against several carriers.</source>
            <translation>这些理赔属于几家快递。</translation>
        </message>
        <message>
            <source>This day has not come yet.</source>
            <translation>这一天还没到。</translation>
        </message>
        <message>
            <source>This line is no claim against a carrier.</source>
            <translation>这一行不是快递理赔。</translation>
        </message>
        <message>
            <source>This line is no compensation.</source>
            <translation>这一行不是赔付。</translation>
        </message>
        <message>
            <source>This line is no invoice.</source>
            <translation>这一行不是发票。</translation>
        </message>
        <message>
            <source>This line is no penalty.</source>
            <translation>这一行不是处罚。</translation>
        </message>
        <message>
            <source>This penalty is not expected any more.</source>
            <translation>这条处罚已不是“可能被罚”。</translation>
        </message>
        <message>
            <source>This penalty was withdrawn already.</source>
            <translation>这条处罚已经撤销。</translation>
        </message>
        <message>
            <source>This reaches the node at %1: %2 points after it, %3 before.</source>
            <translation>会到 %1 分节点：由 %3 分升到 %2 分。</translation>
        </message>
        <message>
            <source>To be handed to after-sales on %1.</source>
            <translation>%1 交售后部结算。</translation>
        </message>
        <message>
            <source>Undo the withdrawal, or decide the case anew.</source>
            <translation>请撤销刚才的操作，或重新处理售后单。</translation>
        </message>
        <message>
            <source>What the carrier answered</source>
            <translation>快递的答复</translation>
        </message>
        <message>
            <source>What the carrier answered…</source>
            <translation>记答复…</translation>
        </message>
        <message>
            <source>What was decided and is not paid yet.</source>
            <translation>已决定但还没付的。</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Withdraw the claim</source>
            <translation>撤销理赔</translation>
        </message>
        <message>
            <source>Withdraw the penalty</source>
            <translation>撤销处罚</translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation>撤销…</translation>
        </message>
        <message numerus="yes">
            <source>no campaigns for %n day</source>
            <translation>
                <numerusform>%n 天不能报名活动</numerusform>
            </translation>
        </message>
        <message>
            <source>over %1</source>
            <translation>%1 以上</translation>
        </message>
    </context>
</TS>
