<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>resolution</name>
        <message>
            <source>%1 (decided otherwise)</source>
            <translation>%1（改判）</translation>
        </message>
        <message>
            <source>%1 comes back</source>
            <translation>%1退回</translation>
        </message>
        <message>
            <source>%1 for each node</source>
            <translation>每个节点 %1</translation>
        </message>
        <message>
            <source>%1 of at most %2 as the platform counts</source>
            <translation>按平台算 %1，最多 %2</translation>
        </message>
        <message>
            <source>%1 of the serious kind</source>
            <translation>严重违规 %1</translation>
        </message>
        <message>
            <source>%1% too much.</source>
            <translation>多了 %1%。</translation>
        </message>
        <message>
            <source>%1, over</source>
            <translation>%1，已过</translation>
        </message>
        <message>
            <source>%1. It can be written all the same; a dispute would lack it.</source>
            <translation>%1。可以先写入，但发生纠纷时会缺它。</translation>
        </message>
        <message numerus="yes">
            <source>%n already there</source>
            <translation>
                <numerusform>已有 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour</source>
            <translation>
                <numerusform>%n 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute</source>
            <translation>
                <numerusform>%n 分钟</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n point</source>
            <translation>
                <numerusform>%n 分</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n required evidence missing</source>
            <translation>
                <numerusform>还缺 %n 项必需凭证</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to choose from</source>
            <translation>
                <numerusform>%n 种可选</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to do</source>
            <translation>
                <numerusform>%n 步</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n will run</source>
            <translation>
                <numerusform>%n 个开始计时</numerusform>
            </translation>
        </message>
        <message>
            <source>(decided otherwise)</source>
            <translation>（改判）</translation>
        </message>
        <message>
            <source>1–9 choose · ↵ next · %1 previous · O decide otherwise · Esc leave, keep the draft</source>
            <translation>1–9 选择 · ↵ 下一题 · %1 上一题 · O 改判并写理由 · Esc 留草稿离开</translation>
        </message>
        <message>
            <source>A bad review, or the threat of one</source>
            <translation>差评，或以差评相逼</translation>
        </message>
        <message>
            <source>A draft is kept of this.</source>
            <translation>这一单留有草稿。</translation>
        </message>
        <message>
            <source>A parcel came back</source>
            <translation>快件退回</translation>
        </message>
        <message>
            <source>A reason is required to decide otherwise.</source>
            <translation>改判必须写理由。</translation>
        </message>
        <message>
            <source>A refund request is waiting</source>
            <translation>有退款申请待处理</translation>
        </message>
        <message>
            <source>A repair is asked for</source>
            <translation>买家申请维修</translation>
        </message>
        <message>
            <source>A return is asked for</source>
            <translation>买家申请退货</translation>
        </message>
        <message>
            <source>A return was agreed</source>
            <translation>已同意退货</translation>
        </message>
        <message>
            <source>A share lies between 0 and 100.</source>
            <translation>比例在 0 到 100 之间。</translation>
        </message>
        <message>
            <source>A test report and its fee</source>
            <translation>检测报告与检测费</translation>
        </message>
        <message>
            <source>A=12.00, B=8.50</source>
            <translation>甲=12.00，乙=8.50</translation>
        </message>
        <message>
            <source>Acts: %1</source>
            <translation>由谁行动：%1</translation>
        </message>
        <message>
            <source>Add the time, as in 09:30.</source>
            <translation>请加上时间，例如 09:30。</translation>
        </message>
        <message>
            <source>Adds up to 100%.</source>
            <translation>合计 100%。</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>向谁追偿</translation>
        </message>
        <message>
            <source>All evidence</source>
            <translation>全部凭证</translation>
        </message>
        <message>
            <source>All of this is written at once, or nothing is. It can be undone.</source>
            <translation>以下内容一次全部写入，或一条都不写；写入后可以撤销。</translation>
        </message>
        <message>
            <source>Also ask, if it applies</source>
            <translation>也问一问（有才填）</translation>
        </message>
        <message>
            <source>Amount of %1</source>
            <translation>%1的金额</translation>
        </message>
        <message>
            <source>Amount, %1</source>
            <translation>金额（%1）</translation>
        </message>
        <message>
            <source>Amounts and recourse</source>
            <translation>金额与追偿</translation>
        </message>
        <message>
            <source>Amounts of this case are in %1.</source>
            <translation>本单金额的币种是 %1。</translation>
        </message>
        <message>
            <source>An amount cannot be negative.</source>
            <translation>金额不能是负数。</translation>
        </message>
        <message>
            <source>An application is under review</source>
            <translation>平台审核申请</translation>
        </message>
        <message>
            <source>An invoice is wanted</source>
            <translation>要开发票</translation>
        </message>
        <message>
            <source>An invoice was not given</source>
            <translation>没有给发票</translation>
        </message>
        <message>
            <source>Another item</source>
            <translation>再加一件</translation>
        </message>
        <message>
            <source>Another size or colour, or cancelled, not shipped yet</source>
            <translation>还没发货，改尺码、颜色或取消</translation>
        </message>
        <message>
            <source>Answer this question first, or choose that it cannot be told.</source>
            <translation>请先回答这一题，或选择“说不准”。</translation>
        </message>
        <message>
            <source>Answer what is still open first.</source>
            <translation>先回答还没有回答的问题。</translation>
        </message>
        <message>
            <source>As decided on %1; the rules have not changed.</source>
            <translation>自 %1 以来规则包没有变化，结论与上次一致。</translation>
        </message>
        <message>
            <source>As known</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>As the rules suggest</source>
            <translation>按规则建议</translation>
        </message>
        <message>
            <source>Asked for on the platform, without a return</source>
            <translation>买家在平台申请，不退货</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>最多</translation>
        </message>
        <message>
            <source>At most %1 decimal places.</source>
            <translation>最多 %1 位小数。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>可追偿</translation>
        </message>
        <message>
            <source>Back to the buyer</source>
            <translation>退给买家</translation>
        </message>
        <message>
            <source>Before or after dispatch</source>
            <translation>发货前或发货后</translation>
        </message>
        <message>
            <source>Before the consumer association or another body</source>
            <translation>消协或其他机构主持</translation>
        </message>
        <message>
            <source>Before the questions</source>
            <translation>开始之前</translation>
        </message>
        <message>
            <source>Broken, crushed, wet or opened in transit</source>
            <translation>碎裂、压坏、受潮或途中被拆</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cannot be told</source>
            <translation>说不准</translation>
        </message>
        <message>
            <source>Case, order, buyer</source>
            <translation>售后单、订单、买家</translation>
        </message>
        <message>
            <source>Cash on delivery not offered</source>
            <translation>拒绝货到付款</translation>
        </message>
        <message>
            <source>Caused by %1 · answers to the buyer: %2 · recourse: %3</source>
            <translation>成因 %1 · 对买家 %2 · 追偿 %3</translation>
        </message>
        <message>
            <source>Change before dispatch</source>
            <translation>未发货改单</translation>
        </message>
        <message>
            <source>Change of address</source>
            <translation>改地址</translation>
        </message>
        <message>
            <source>Chargeback or payment dispute</source>
            <translation>拒付或支付争议</translation>
        </message>
        <message>
            <source>Cheaper soon after</source>
            <translation>买后降价，要价保</translation>
        </message>
        <message>
            <source>Choose what is to be done. Every choice says what it really costs.</source>
            <translation>请选择怎么做。每一种都写明真实成本。</translation>
        </message>
        <message>
            <source>Clocks</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Clocks that will start</source>
            <translation>会启动的时限</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Compensation</source>
            <translation>赔付</translation>
        </message>
        <message>
            <source>Complaint about the carrier</source>
            <translation>申诉快递</translation>
        </message>
        <message>
            <source>Complaint to the regulator</source>
            <translation>行政投诉</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Conclusion now</source>
            <translation>现在的结论</translation>
        </message>
        <message>
            <source>Confirm and write</source>
            <translation>确认并写入</translation>
        </message>
        <message>
            <source>Copied: the request for %1</source>
            <translation>已复制索要“%1”的话术</translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation>复制话术</translation>
        </message>
        <message>
            <source>Copy remark</source>
            <translation>复制备注</translation>
        </message>
        <message>
            <source>Copy request</source>
            <translation>复制索要话术</translation>
        </message>
        <message>
            <source>Copy the text that asks for %1</source>
            <translation>复制索要“%1”的话术</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct %1</source>
            <translation>更正%1</translation>
        </message>
        <message>
            <source>Counterfeit or false claims</source>
            <translation>假货或欺诈</translation>
        </message>
        <message>
            <source>Decide anew</source>
            <translation>重新处理</translation>
        </message>
        <message>
            <source>Decide otherwise</source>
            <translation>改判</translation>
        </message>
        <message>
            <source>Decide otherwise…</source>
            <translation>改判…</translation>
        </message>
        <message>
            <source>Decided by: %1. Newer versions are compared, they change nothing by themselves.</source>
            <translation>依据：%1。以后有新版本时只作比较，不会自动改动本单。</translation>
        </message>
        <message>
            <source>Decided on %1: %2</source>
            <translation>%1 已定：%2</translation>
        </message>
        <message>
            <source>Decided otherwise, because: %1</source>
            <translation>改判，理由：%1</translation>
        </message>
        <message>
            <source>Decided otherwise, with its reason</source>
            <translation>改判及其理由</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Discard the draft</source>
            <translation>丢弃草稿</translation>
        </message>
        <message>
            <source>Discard the draft?</source>
            <translation>丢弃草稿？</translation>
        </message>
        <message>
            <source>Dispute at PayPal</source>
            <translation>PayPal 争议</translation>
        </message>
        <message>
            <source>Draft kept %1</source>
            <translation>草稿已存 %1</translation>
        </message>
        <message>
            <source>Empty: as concluded.</source>
            <translation>不填：按结论。</translation>
        </message>
        <message>
            <source>Enter a whole number.</source>
            <translation>请填整数。</translation>
        </message>
        <message>
            <source>Enter at least one item.</source>
            <translation>请至少填一件。</translation>
        </message>
        <message>
            <source>Enter in the rules: %1</source>
            <translation>到规则里填写：%1</translation>
        </message>
        <message>
            <source>Enter it</source>
            <translation>去填写</translation>
        </message>
        <message>
            <source>Enter something, or choose that it cannot be told.</source>
            <translation>请填写，或选择“说不准”。</translation>
        </message>
        <message>
            <source>Entered in %1</source>
            <translation>记入%1</translation>
        </message>
        <message>
            <source>Evaluated again</source>
            <translation>重新评估</translation>
        </message>
        <message>
            <source>Everything is written at the end, or nothing</source>
            <translation>全部完成才会写入，或一条都不写</translation>
        </message>
        <message>
            <source>Evidence %1</source>
            <translation>凭证 %1</translation>
        </message>
        <message>
            <source>Evidence still missing</source>
            <translation>还缺的凭证</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>换货</translation>
        </message>
        <message>
            <source>Exhibit %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>Expected back</source>
            <translation>预计追回</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>事实</translation>
        </message>
        <message>
            <source>Fault in the goods</source>
            <translation>商品质量问题</translation>
        </message>
        <message>
            <source>Faulty goods, by consumer law</source>
            <translation>瑕疵商品（消费者法）</translation>
        </message>
        <message>
            <source>Finish and write</source>
            <translation>完成并写入</translation>
        </message>
        <message>
            <source>Flawed, not working, worn out too soon</source>
            <translation>有瑕疵、不能用、很快就坏</translation>
        </message>
        <message>
            <source>For another size, colour or a sound piece</source>
            <translation>换尺码、颜色或完好的一件</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Freight</source>
            <translation>运费</translation>
        </message>
        <message>
            <source>Go on without it; what hangs on it stays open.</source>
            <translation>先按不明继续，与它有关的结论先留着。</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>货值</translation>
        </message>
        <message>
            <source>History of the case</source>
            <translation>本单记录</translation>
        </message>
        <message>
            <source>How long it still runs, also after a repair</source>
            <translation>还剩多久，修过之后怎么算</translation>
        </message>
        <message>
            <source>If it goes wrong</source>
            <translation>若出错</translation>
        </message>
        <message>
            <source>If it goes wrong: %1</source>
            <translation>若出错：%1</translation>
        </message>
        <message>
            <source>If it runs out: %1</source>
            <translation>超时：%1</translation>
        </message>
        <message>
            <source>In shares</source>
            <translation>按比例</translation>
        </message>
        <message>
            <source>It decides what is asked and which rules count.</source>
            <translation>它决定接下来问什么、按哪些规则。</translation>
        </message>
        <message>
            <source>It must be answered on the platform in time</source>
            <translation>要在平台限时内答复</translation>
        </message>
        <message>
            <source>It will decide on the file</source>
            <translation>将按材料判定</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Its answers are forgotten. What was decided before stays.</source>
            <translation>草稿里的答案会清掉，以前的处理方案不变。</translation>
        </message>
        <message>
            <source>Keep as decided</source>
            <translation>维持原判</translation>
        </message>
        <message>
            <source>Keep it for part of the money</source>
            <translation>不退货，部分退款</translation>
        </message>
        <message>
            <source>Kept as decided.</source>
            <translation>已维持原来的处理。</translation>
        </message>
        <message>
            <source>Kind of case</source>
            <translation>情形</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>已知</translation>
        </message>
        <message>
            <source>Last step</source>
            <translation>最后一步</translation>
        </message>
        <message>
            <source>Later, keep the draft</source>
            <translation>稍后再说，留草稿</translation>
        </message>
        <message>
            <source>Left out of the sum until known: %1</source>
            <translation>还不知道、没有算进去：%1</translation>
        </message>
        <message>
            <source>Less what can be recovered</source>
            <translation>减：可追偿</translation>
        </message>
        <message>
            <source>Liability</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Marked as shipped, no trace yet</source>
            <translation>已点发货，没有物流</translation>
        </message>
        <message>
            <source>Mediation</source>
            <translation>调解</translation>
        </message>
        <message>
            <source>Message copied</source>
            <translation>话术已复制</translation>
        </message>
        <message>
            <source>Message to the buyer</source>
            <translation>发给买家的话</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More evidence is asked for</source>
            <translation>平台要求补充举证</translation>
        </message>
        <message>
            <source>More was promised than the rules give</source>
            <translation>承诺高于规则</translation>
        </message>
        <message>
            <source>Name the item.</source>
            <translation>请写明是哪一件。</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Next question</source>
            <translation>下一题</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>No kind of case has these words.</source>
            <translation>没有情形含有这些字。</translation>
        </message>
        <message>
            <source>No movement, a detour, a carrier that does not answer</source>
            <translation>不动了、走错路、快递不答复</translation>
        </message>
        <message>
            <source>No penalty is known for this.</source>
            <translation>没有已知的处罚。</translation>
        </message>
        <message>
            <source>No reason needed, by consumer law</source>
            <translation>按消费者法，无需理由</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无责任方</translation>
        </message>
        <message>
            <source>Nobody reached, address unclear</source>
            <translation>联系不上人、地址不清</translation>
        </message>
        <message>
            <source>Nobody to claim from in this case.</source>
            <translation>这一单没有可追偿的对象。</translation>
        </message>
        <message>
            <source>None of these…</source>
            <translation>都不是，看全部情形…</translation>
        </message>
        <message>
            <source>None yet: more answers are needed.</source>
            <translation>还没有：要再回答几题。</translation>
        </message>
        <message>
            <source>Not as on the page</source>
            <translation>与页面描述不符</translation>
        </message>
        <message>
            <source>Not decided yet</source>
            <translation>还没有定</translation>
        </message>
        <message>
            <source>Not handed to the carrier within the promised time</source>
            <translation>没有在承诺时间内交给快递</translation>
        </message>
        <message>
            <source>Not sent, another one, or out of stock</source>
            <translation>没发、发错或赠完</translation>
        </message>
        <message>
            <source>Not yet agreed to</source>
            <translation>还没有同意</translation>
        </message>
        <message>
            <source>Nothing can be offered yet.</source>
            <translation>还没有可选的处理方式。</translation>
        </message>
        <message>
            <source>Nothing was written; your answers are kept.</source>
            <translation>什么都没有写入，答案都还在。</translation>
        </message>
        <message>
            <source>Number, size, colour or damage that shows at once</source>
            <translation>数量、尺码、颜色、破损，一看便知</translation>
        </message>
        <message>
            <source>Only %1 was paid. What goes beyond it is a compensation.</source>
            <translation>实付只有 %1。超出的部分请按补偿处理。</translation>
        </message>
        <message>
            <source>Open a case and choose “Resolve”: the questions begin here.</source>
            <translation>打开一张售后单，选“处理”，问题从这里开始。</translation>
        </message>
        <message>
            <source>Opened, escalated or a claim</source>
            <translation>已开启、已升级或已索赔</translation>
        </message>
        <message>
            <source>Override…</source>
            <translation>改判…</translation>
        </message>
        <message>
            <source>Paid, not shipped, the buyer wants the money back</source>
            <translation>已付款、还没发货，买家要退款</translation>
        </message>
        <message>
            <source>Parcel lost</source>
            <translation>丢件</translation>
        </message>
        <message>
            <source>Parcel or goods damaged on the way</source>
            <translation>运输中破损</translation>
        </message>
        <message>
            <source>Part of the order comes back</source>
            <translation>整单中退一部分</translation>
        </message>
        <message>
            <source>Photos of the case</source>
            <translation>对照照片</translation>
        </message>
        <message>
            <source>Picture, text or measures differ from the goods</source>
            <translation>图片、文字或尺寸与实物不同</translation>
        </message>
        <message>
            <source>Preselected from the order, can be changed</source>
            <translation>已按订单预选，可改</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一题</translation>
        </message>
        <message>
            <source>Question %1 of %2</source>
            <translation>第 %1 题，共 %2 题</translation>
        </message>
        <message>
            <source>Question %1 of about %2</source>
            <translation>第 %1 题，约 %2 题</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Recourse</source>
            <translation>追偿</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Refund before dispatch</source>
            <translation>未发货退款</translation>
        </message>
        <message>
            <source>Refund only, goods were shipped</source>
            <translation>已发货仅退款</translation>
        </message>
        <message>
            <source>Refund while it is on the way</source>
            <translation>在途退款</translation>
        </message>
        <message>
            <source>Refund, price, invoice</source>
            <translation>退款、价格、发票</translation>
        </message>
        <message>
            <source>Refused at the door</source>
            <translation>买家拒收</translation>
        </message>
        <message>
            <source>Refused, late or with conditions</source>
            <translation>拒开、拖延或附加条件</translation>
        </message>
        <message>
            <source>Refused, not reached, no delivery point, wrong address</source>
            <translation>拒收、联系不上、无网点、地址错</translation>
        </message>
        <message>
            <source>Refusing, expected cost</source>
            <translation>拒绝的期望成本</translation>
        </message>
        <message>
            <source>Register entries</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Rejection, repair or replacement</source>
            <translation>退货、修理或更换</translation>
        </message>
        <message>
            <source>Remark copied</source>
            <translation>备注已复制</translation>
        </message>
        <message>
            <source>Remark for the platform</source>
            <translation>平台备注</translation>
        </message>
        <message>
            <source>Remedies by true cost</source>
            <translation>处理方式，按真实成本</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>处理方式</translation>
        </message>
        <message>
            <source>Remedy: %1</source>
            <translation>处理方式：%1</translation>
        </message>
        <message>
            <source>Repair, exchange or return of listed goods</source>
            <translation>三包目录商品的修、换、退</translation>
        </message>
        <message>
            <source>Required. Who reads the case later must understand it.</source>
            <translation>必填，让以后看这一单的人明白。</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>处理方案</translation>
        </message>
        <message>
            <source>Resolution wizard</source>
            <translation>处理向导</translation>
        </message>
        <message>
            <source>Resolution written: %1</source>
            <translation>处理方案已写入：%1</translation>
        </message>
        <message>
            <source>Return and refund</source>
            <translation>退货退款</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>若出错</translation>
        </message>
        <message>
            <source>Rules: %1</source>
            <translation>规则：%1</translation>
        </message>
        <message>
            <source>Say</source>
            <translation>填写</translation>
        </message>
        <message>
            <source>Say %1</source>
            <translation>填写%1</translation>
        </message>
        <message>
            <source>Search all kinds of case</source>
            <translation>搜索全部情形</translation>
        </message>
        <message>
            <source>Sending back</source>
            <translation>退货与换货</translation>
        </message>
        <message>
            <source>Share of %1 in percent</source>
            <translation>%1承担的百分比</translation>
        </message>
        <message>
            <source>Shipped late</source>
            <translation>延迟发货</translation>
        </message>
        <message>
            <source>Shipped, not arrived, the buyer wants the money back</source>
            <translation>已发货、还没收到，买家要退款</translation>
        </message>
        <message>
            <source>Signed, then seen not to fit</source>
            <translation>签收后发现表面不一致</translation>
        </message>
        <message>
            <source>Something else, less or more was in the parcel than ordered</source>
            <translation>包裹里的东西与订单不同，少了或多了</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Space enlarges, without leaving the question</source>
            <translation>空格放大，答题时不用离开</translation>
        </message>
        <message>
            <source>Spoilt, expired, against a food standard</source>
            <translation>变质、过期、不合食品标准</translation>
        </message>
        <message>
            <source>Starts when what it counts from is known: %1</source>
            <translation>起算的时间知道后才计时：%1</translation>
        </message>
        <message>
            <source>State of the case</source>
            <translation>售后单状态</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>执行步骤</translation>
        </message>
        <message>
            <source>Still %1% to share out.</source>
            <translation>还差 %1% 没有分。</translation>
        </message>
        <message>
            <source>Still needed for the sum</source>
            <translation>算清还差这些</translation>
        </message>
        <message>
            <source>Still open: %1</source>
            <translation>还没有回答：%1</translation>
        </message>
        <message>
            <source>Straight to “Confirm”</source>
            <translation>直接到“确认”</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Taken from the case, its order and its buyer. What is wrong can be put right here, for this case only.</source>
            <translation>取自售后单、订单和买家。有误可在这里更正，只用于这一单。</translation>
        </message>
        <message>
            <source>The buyer asks where it is</source>
            <translation>买家来查件</translation>
        </message>
        <message>
            <source>The buyer cancels or withdraws consent</source>
            <translation>买家取消，或不再同意等待</translation>
        </message>
        <message>
            <source>The buyer did not take the parcel</source>
            <translation>买家没有收包裹</translation>
        </message>
        <message>
            <source>The buyer has entered a tracking number</source>
            <translation>买家已填退货单号</translation>
        </message>
        <message>
            <source>The buyer has not sent it yet</source>
            <translation>买家还没有寄出</translation>
        </message>
        <message>
            <source>The buyer keeps the goods and gets part back</source>
            <translation>买家留下商品，退还一部分</translation>
        </message>
        <message>
            <source>The buyer says the shop deceived</source>
            <translation>买家说商家骗人</translation>
        </message>
        <message>
            <source>The buyer sends it back and gets the money back</source>
            <translation>买家寄回，退还货款</translation>
        </message>
        <message>
            <source>The buyer wanted to pay at the door</source>
            <translation>买家想收货时付款</translation>
        </message>
        <message>
            <source>The carrier cannot deliver</source>
            <translation>疑难件，派送不了</translation>
        </message>
        <message>
            <source>The carrier cannot find it or says it is gone</source>
            <translation>快递找不到，或已说丢失</translation>
        </message>
        <message>
            <source>The carrier says delivered, the buyer says no</source>
            <translation>快递显示签收，买家说没有</translation>
        </message>
        <message>
            <source>The gift is missing</source>
            <translation>赠品没收到</translation>
        </message>
        <message>
            <source>The holidays of %1 are not announced yet.</source>
            <translation>%1 年的节假日还没有公布。</translation>
        </message>
        <message>
            <source>The holidays of %1 are not announced yet; days may shift.</source>
            <translation>%1 年的放假安排还没有公布，日期可能变动。</translation>
        </message>
        <message>
            <source>The market authority has written</source>
            <translation>市场监管部门来函</translation>
        </message>
        <message>
            <source>The number is too large.</source>
            <translation>数字太大。</translation>
        </message>
        <message>
            <source>The parcel and its way</source>
            <translation>包裹与物流</translation>
        </message>
        <message>
            <source>The platform looks at it</source>
            <translation>平台正在审核</translation>
        </message>
        <message>
            <source>The platform paused the case</source>
            <translation>平台中止处理</translation>
        </message>
        <message>
            <source>The platform stepped in</source>
            <translation>平台已介入</translation>
        </message>
        <message>
            <source>The platform wants it within hours</source>
            <translation>几小时内就要交</translation>
        </message>
        <message>
            <source>The platform, a bank or an authority is in it</source>
            <translation>平台、银行或主管部门已介入</translation>
        </message>
        <message>
            <source>The price fell after a campaign</source>
            <translation>活动后价格更低</translation>
        </message>
        <message>
            <source>The resolution in force, its open steps, running clocks and register entries make way.</source>
            <translation>现行的处理方案及其未完成的步骤、时限和登记会被取代。</translation>
        </message>
        <message>
            <source>The return has arrived</source>
            <translation>退货已收到</translation>
        </message>
        <message>
            <source>The return is on its way</source>
            <translation>退货在途</translation>
        </message>
        <message>
            <source>The rules name no remedy here, only what is to be done.</source>
            <translation>规则在这里没有处理方式，只有要做的步骤。</translation>
        </message>
        <message>
            <source>The rules name no remedy here; the steps will be carried out, or decide otherwise.</source>
            <translation>规则在这里没有处理方式：按步骤执行，或者改判。</translation>
        </message>
        <message>
            <source>The shop's order suggests “%1”. Every choice says what it really costs.</source>
            <translation>按店铺的顺序首选“%1”。每一种都写明真实成本。</translation>
        </message>
        <message>
            <source>The shop's own estimates</source>
            <translation>店铺自己的估计</translation>
        </message>
        <message>
            <source>The shop's own promise of compensation</source>
            <translation>商家自己承诺的赔付</translation>
        </message>
        <message>
            <source>The text is too long.</source>
            <translation>文字太长。</translation>
        </message>
        <message>
            <source>There is no such day or time.</source>
            <translation>没有这个日期或时间。</translation>
        </message>
        <message>
            <source>There is none</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>This is not a number.</source>
            <translation>这不是数字。</translation>
        </message>
        <message>
            <source>Three guarantees</source>
            <translation>三包</translation>
        </message>
        <message>
            <source>Through the bank, card or payment service</source>
            <translation>通过银行、信用卡或支付公司提出</translation>
        </message>
        <message>
            <source>Tick what comes back.</source>
            <translation>请勾选退回的件。</translation>
        </message>
        <message>
            <source>To be inspected, then refunded in time</source>
            <translation>先验货，再按时退款</translation>
        </message>
        <message>
            <source>To the carrier, then to the postal authority</source>
            <translation>先向快递，再向邮政管理部门</translation>
        </message>
        <message>
            <source>To the cases</source>
            <translation>去售后单</translation>
        </message>
        <message>
            <source>Today it would be otherwise:</source>
            <translation>按今天的规则会不同：</translation>
        </message>
        <message>
            <source>Trouble on the way</source>
            <translation>物流异常</translation>
        </message>
        <message>
            <source>True cost</source>
            <translation>真实成本</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Unsafe food</source>
            <translation>不安全食品</translation>
        </message>
        <message>
            <source>Until something else is settled</source>
            <translation>等别的事情先有结果</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>还差</translation>
        </message>
        <message>
            <source>Warns %1 before</source>
            <translation>提前 %1 提醒</translation>
        </message>
        <message>
            <source>What arrived is not right</source>
            <translation>收到的东西不对</translation>
        </message>
        <message>
            <source>What is kept is priced again: offers, free shipping, gifts</source>
            <translation>留下的重新计价：满减、包邮、赠品</translation>
        </message>
        <message>
            <source>What is known</source>
            <translation>已知的事实</translation>
        </message>
        <message>
            <source>What it costs the shop, less what can be had back.</source>
            <translation>店铺要付出的，减去能追回来的。</translation>
        </message>
        <message>
            <source>Which amount stands on it</source>
            <translation>发票开多少金额</translation>
        </message>
        <message>
            <source>Which of these is it?</source>
            <translation>是下面哪一种情形？</translation>
        </message>
        <message>
            <source>Which remedy?</source>
            <translation>怎么处理？</translation>
        </message>
        <message>
            <source>Who pays for the laboratory</source>
            <translation>检测费由谁承担</translation>
        </message>
        <message>
            <source>Will be entered in</source>
            <translation>会写入</translation>
        </message>
        <message>
            <source>With or without asking for money</source>
            <translation>要不要钱都走这里</translation>
        </message>
        <message>
            <source>Withdrawal within the legal time</source>
            <translation>法定期限内撤回</translation>
        </message>
        <message>
            <source>Within the warranty</source>
            <translation>保修期内</translation>
        </message>
        <message>
            <source>Write each as name=amount, with commas between.</source>
            <translation>每项写成 名称=金额，用逗号隔开。</translation>
        </message>
        <message>
            <source>Write it as 2026-11-20 09:30.</source>
            <translation>请写成 2026-11-20 09:30。</translation>
        </message>
        <message>
            <source>Write it as 2026-11-20.</source>
            <translation>请写成 2026-11-20。</translation>
        </message>
        <message>
            <source>Wrong, missing or too many goods</source>
            <translation>错发、少发或多发</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message numerus="yes">
            <source>about %n more</source>
            <translation>
                <numerusform>约还有 %n 题</numerusform>
            </translation>
        </message>
        <message>
            <source>advised</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>affects: %1</source>
            <translation>影响：%1</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>在 %1 之后</translation>
        </message>
        <message>
            <source>all kinds of case</source>
            <translation>全部情形</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>as chosen above</source>
            <translation>按上面所选</translation>
        </message>
        <message>
            <source>as concluded</source>
            <translation>按结论</translation>
        </message>
        <message>
            <source>assumed</source>
            <translation>推定</translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>最多 %1</translation>
        </message>
        <message numerus="yes">
            <source>barred for %n day</source>
            <translation>
                <numerusform>限制 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>being answered</source>
            <translation>正在回答</translation>
        </message>
        <message>
            <source>buyer agrees</source>
            <translation>需买家同意</translation>
        </message>
        <message>
            <source>buyer's legal right</source>
            <translation>买家的法定权利</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>依据 %1</translation>
        </message>
        <message>
            <source>can be left open</source>
            <translation>可以先空着</translation>
        </message>
        <message>
            <source>choose an answer, to 9</source>
            <translation>选择答案，到 9</translation>
        </message>
        <message>
            <source>compensation %1</source>
            <translation>赔付 %1</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>已更正</translation>
        </message>
        <message numerus="yes">
            <source>crosses %n node</source>
            <translation>
                <numerusform>跨过 %n 个节点</numerusform>
            </translation>
        </message>
        <message>
            <source>decide otherwise</source>
            <translation>改判</translation>
        </message>
        <message>
            <source>derived</source>
            <translation>推得</translation>
        </message>
        <message>
            <source>enlarge a photo</source>
            <translation>放大照片</translation>
        </message>
        <message>
            <source>follows every answer</source>
            <translation>随回答即时更新</translation>
        </message>
        <message>
            <source>for true costs</source>
            <translation>用来算真实成本</translation>
        </message>
        <message>
            <source>freight %1</source>
            <translation>运费 %1</translation>
        </message>
        <message>
            <source>from</source>
            <translation>满</translation>
        </message>
        <message>
            <source>from general knowledge</source>
            <translation>常识，待核实</translation>
        </message>
        <message>
            <source>from the buyer</source>
            <translation>向买家要</translation>
        </message>
        <message>
            <source>from the carrier</source>
            <translation>向快递要</translation>
        </message>
        <message>
            <source>from the evidence</source>
            <translation>来自凭证</translation>
        </message>
        <message>
            <source>from the history</source>
            <translation>来自本单记录</translation>
        </message>
        <message>
            <source>from the platform</source>
            <translation>向平台要</translation>
        </message>
        <message>
            <source>from the supplier</source>
            <translation>向供应商要</translation>
        </message>
        <message>
            <source>from the weights</source>
            <translation>由重量推得</translation>
        </message>
        <message>
            <source>high</source>
            <translation>高</translation>
        </message>
        <message>
            <source>if it goes wrong: %1</source>
            <translation>若出错：%1</translation>
        </message>
        <message>
            <source>in %1</source>
            <translation>单位 %1</translation>
        </message>
        <message>
            <source>in the shop</source>
            <translation>店里有</translation>
        </message>
        <message>
            <source>kept in the history with its reason</source>
            <translation>连同理由记入时间线</translation>
        </message>
        <message>
            <source>leave and keep the draft</source>
            <translation>离开并留草稿</translation>
        </message>
        <message>
            <source>low</source>
            <translation>低</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>中</translation>
        </message>
        <message>
            <source>new: %1</source>
            <translation>新增：%1</translation>
        </message>
        <message>
            <source>next question</source>
            <translation>下一题</translation>
        </message>
        <message>
            <source>no longer: %1</source>
            <translation>不再有：%1</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无</translation>
        </message>
        <message>
            <source>nobody, the buyer bears it</source>
            <translation>无，买家自担</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>not asked in every case</source>
            <translation>不是每一单都问</translation>
        </message>
        <message>
            <source>not counted yet: %1</source>
            <translation>还没算上：%1</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>没有说</translation>
        </message>
        <message>
            <source>not verified</source>
            <translation>未核实</translation>
        </message>
        <message>
            <source>not yet known</source>
            <translation>还不能定</translation>
        </message>
        <message>
            <source>off</source>
            <translation>减</translation>
        </message>
        <message>
            <source>official summary</source>
            <translation>官方摘要</translation>
        </message>
        <message>
            <source>open</source>
            <translation>待回答</translation>
        </message>
        <message>
            <source>preferred</source>
            <translation>首选</translation>
        </message>
        <message>
            <source>question before</source>
            <translation>上一题</translation>
        </message>
        <message>
            <source>recovered %1</source>
            <translation>可追偿 %1</translation>
        </message>
        <message>
            <source>refund %1</source>
            <translation>退款 %1</translation>
        </message>
        <message>
            <source>required</source>
            <translation>必需</translation>
        </message>
        <message>
            <source>review by %1</source>
            <translation>%1 前复核</translation>
        </message>
        <message>
            <source>right</source>
            <translation>法定</translation>
        </message>
        <message>
            <source>say what is not asked</source>
            <translation>补充没有问到的事实</translation>
        </message>
        <message>
            <source>second hand</source>
            <translation>转述</translation>
        </message>
        <message>
            <source>shop's rule</source>
            <translation>店规</translation>
        </message>
        <message>
            <source>straight to Confirm</source>
            <translation>直接到确认</translation>
        </message>
        <message>
            <source>supervisor agrees</source>
            <translation>需主管同意</translation>
        </message>
        <message>
            <source>the item</source>
            <translation>这一件</translation>
        </message>
        <message>
            <source>the questions, the rules</source>
            <translation>问题、规则</translation>
        </message>
        <message>
            <source>true cost %1</source>
            <translation>真实成本 %1</translation>
        </message>
        <message>
            <source>uncertain</source>
            <translation>不确定</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>到 %1</translation>
        </message>
        <message>
            <source>useful</source>
            <translation>可选</translation>
        </message>
        <message>
            <source>verbatim</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>was to be reviewed by %1</source>
            <translation>已过复核日 %1</translation>
        </message>
        <message>
            <source>when known: %1</source>
            <translation>待定：%1</translation>
        </message>
        <message>
            <source>“%1” has no number for: %2. Enter it in Settings → Rules.</source>
            <translation>《%1》里这个数还空着：%2。请在 设置 → 规则 中填写。</translation>
        </message>
        <message>
            <source>“%1” stands there twice.</source>
            <translation>“%1”写了两次。</translation>
        </message>
        <message>
            <source>“%1” was to be reviewed by %2: check its numbers.</source>
            <translation>《%1》应在 %2 前复核：请核对里面的数字。</translation>
        </message>
        <message>
            <source>“Never received it”</source>
            <translation>买家说没收到</translation>
        </message>
    </context>
</TS>
