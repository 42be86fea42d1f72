<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>receiving</name>
        <message>
            <source>%1 belongs to %2</source>
            <translation>%1 归到 %2</translation>
        </message>
        <message>
            <source>%1 of %2 pieces</source>
            <translation>%2 件到了 %1 件</translation>
        </message>
        <message>
            <source>%1 of 100</source>
            <translation>%1 分</translation>
        </message>
        <message>
            <source>%1 was merged into this case</source>
            <translation>%1 已并入本单</translation>
        </message>
        <message>
            <source>%1: kept as soon as the parcel is received</source>
            <translation>%1：包裹一收下就保存</translation>
        </message>
        <message numerus="yes">
            <source>%n expected</source>
            <translation>
                <numerusform>应有 %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parcel(s)</source>
            <translation>
                <numerusform>%n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s)</source>
            <translation>
                <numerusform>%n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>0 puts it into the box</source>
            <translation>按 0 收进无主件</translation>
        </message>
        <message>
            <source>1 to 5 receives it, Enter when all is good, 0 unopened</source>
            <translation>按 1 到 5 收下，完好直接按回车，未拆按 0</translation>
        </message>
        <message>
            <source>1 to 5: what is in it</source>
            <translation>按 1 到 5 登记里面的状况</translation>
        </message>
        <message>
            <source>1 to 7: why it could not be delivered</source>
            <translation>按 1 到 7 选投递失败的原因</translation>
        </message>
        <message>
            <source>A scan that nobody knows is put here with 0.</source>
            <translation>扫到谁也对不上的包裹，按 0 就收到这里。</translation>
        </message>
        <message>
            <source>A sheet of codes to scan in place of keys</source>
            <translation>一张条码纸，扫它就等于按键</translation>
        </message>
        <message>
            <source>A whole number, please.</source>
            <translation>请填整数。</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>约定时间</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Already in the box of nobody's parcels</source>
            <translation>已经在无主件里了</translation>
        </message>
        <message>
            <source>Already received</source>
            <translation>已经收过了</translation>
        </message>
        <message>
            <source>Already received %1</source>
            <translation>%1 已经收过了</translation>
        </message>
        <message>
            <source>An amount such as 12.50, please.</source>
            <translation>请填金额，例如 12.50。</translation>
        </message>
        <message>
            <source>Apologise, and extend the time to receive.</source>
            <translation>向买家致歉，并延长收货时间。</translation>
        </message>
        <message>
            <source>Arrived %1, not inspected yet</source>
            <translation>%1 到货，还没拆验</translation>
        </message>
        <message>
            <source>Arrived and unopened</source>
            <translation>已到未拆</translation>
        </message>
        <message>
            <source>Arrived, unopened</source>
            <translation>已到，未拆</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>As the condition says</source>
            <translation>按货品状况定</translation>
        </message>
        <message>
            <source>Back to stock</source>
            <translation>可再上架</translation>
        </message>
        <message>
            <source>Being written…</source>
            <translation>正在登记…</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Buyer wants the money back</source>
            <translation>买家要退款</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>By condition</source>
            <translation>按成色</translation>
        </message>
        <message>
            <source>Came back because</source>
            <translation>退回原因</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>快递</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Cases it may belong to</source>
            <translation>可能属于这些售后单</translation>
        </message>
        <message>
            <source>Choose the case by its digit first.</source>
            <translation>请先按数字选售后单。</translation>
        </message>
        <message>
            <source>Codes of the receiving desk</source>
            <translation>收件台条码</translation>
        </message>
        <message>
            <source>Codes saved as %1</source>
            <translation>条码已保存为 %1</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>状况</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct what was found</source>
            <translation>更正验货结果</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Empty where it costs nothing more.</source>
            <translation>没有多花钱就留空。</translation>
        </message>
        <message>
            <source>From a camera…</source>
            <translation>用摄像头…</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>从文件…</translation>
        </message>
        <message>
            <source>Grams</source>
            <translation>重量(克)</translation>
        </message>
        <message>
            <source>Into the box of nobody's parcels</source>
            <translation>收进无主件</translation>
        </message>
        <message>
            <source>It belongs to this case</source>
            <translation>就是这一单的</translation>
        </message>
        <message>
            <source>It is proposed to its case when one fits.</source>
            <translation>以后有对得上的售后单会提示。</translation>
        </message>
        <message>
            <source>It is received. Scan the next one, or take it back with Ctrl+Z.</source>
            <translation>已经收好了。请扫下一件，或按 Ctrl+Z 撤回。</translation>
        </message>
        <message>
            <source>It was our own mistake</source>
            <translation>是我们自己的失误</translation>
        </message>
        <message>
            <source>Its buyer, what should be in it and why it comes back; then one key says how it arrived.</source>
            <translation>买家是谁、里面应有什么、为什么退回；再按一个键，记下收到时的状况。</translation>
        </message>
        <message>
            <source>Its owner is looked for again</source>
            <translation>重新开始找这件的主人</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>记下</translation>
        </message>
        <message>
            <source>Kept in the box of nobody's parcels</source>
            <translation>已收进无主件</translation>
        </message>
        <message>
            <source>Kept what is known of the parcel</source>
            <translation>包裹信息已保存</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>已知信息</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>不再找了</translation>
        </message>
        <message>
            <source>Let go because</source>
            <translation>不再找的原因</translation>
        </message>
        <message>
            <source>Let go…</source>
            <translation>不再找了…</translation>
        </message>
        <message>
            <source>Let this parcel go?</source>
            <translation>这件包裹不再找主人了？</translation>
        </message>
        <message>
            <source>Looking up the rule…</source>
            <translation>正在查规则…</translation>
        </message>
        <message>
            <source>New number</source>
            <translation>新单号</translation>
        </message>
        <message>
            <source>Next: %1</source>
            <translation>接下来：%1</translation>
        </message>
        <message>
            <source>No case fits yet</source>
            <translation>还没有对得上的售后单</translation>
        </message>
        <message>
            <source>No more reminders</source>
            <translation>不再提醒</translation>
        </message>
        <message>
            <source>No parcel is without an owner</source>
            <translation>现在没有无主件</translation>
        </message>
        <message>
            <source>Nobody looks for its owner any more. It stays listed with its photos, and Undo brings it back.</source>
            <translation>之后不再为它找主人。包裹和照片仍然留档，撤销即可恢复。</translation>
        </message>
        <message>
            <source>Nobody's parcel: 0 puts it into the box, Esc puts it aside.</source>
            <translation>无主件：按 0 收进无主件，按 Esc 先放一边。</translation>
        </message>
        <message>
            <source>Nobody's parcel: this number is not known</source>
            <translation>无主件：没有这个单号的记录</translation>
        </message>
        <message>
            <source>Nobody's parcels</source>
            <translation>无主件</translation>
        </message>
        <message>
            <source>Not to stock</source>
            <translation>不上架</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note with this parcel</source>
            <translation>这件包裹的备注</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>备注：%1</translation>
        </message>
        <message>
            <source>Note: what the label says, where it lies</source>
            <translation>备注：面单上写了什么、包裹放在哪里</translation>
        </message>
        <message>
            <source>Nothing came back undeliverable</source>
            <translation>没有投递失败退回的包裹</translation>
        </message>
        <message>
            <source>Nothing of receiving is to be taken back; what was done elsewhere is undone in the window.</source>
            <translation>没有可撤回的收件；别处做的操作请在主窗口里撤销。</translation>
        </message>
        <message>
            <source>Nothing was received today</source>
            <translation>今天还没有收件</translation>
        </message>
        <message>
            <source>Nothing was written twice.</source>
            <translation>没有重复登记。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Number or code of a parcel</source>
            <translation>包裹单号或条码</translation>
        </message>
        <message>
            <source>One piece fewer</source>
            <translation>少一件</translation>
        </message>
        <message>
            <source>One piece fewer (-)</source>
            <translation>少一件（-）</translation>
        </message>
        <message>
            <source>One piece more</source>
            <translation>多一件</translation>
        </message>
        <message>
            <source>One piece more (+); Ctrl and a digit sets the count</source>
            <translation>多一件（+）；Ctrl 加数字直接定件数</translation>
        </message>
        <message>
            <source>Our own parcel came back: %1</source>
            <translation>我们寄出的包裹被退回：%1</translation>
        </message>
        <message>
            <source>Our own parcels that came back</source>
            <translation>我们寄出又被退回的包裹</translation>
        </message>
        <message>
            <source>Parcel %1</source>
            <translation>包裹 %1</translation>
        </message>
        <message>
            <source>Parcel in hand</source>
            <translation>手上的包裹</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Photos and films (%1)</source>
            <translation>照片和视频 (%1)</translation>
        </message>
        <message>
            <source>Photos of the parcel</source>
            <translation>包裹照片</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>Print codes…</source>
            <translation>打印条码…</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>先放一边</translation>
        </message>
        <message>
            <source>Put aside, not received</source>
            <translation>先放一边，还没收</translation>
        </message>
        <message>
            <source>Ready for the next parcel</source>
            <translation>可以扫下一件了</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>收件</translation>
        </message>
        <message>
            <source>Receive parcels</source>
            <translation>收件</translation>
        </message>
        <message>
            <source>Received today</source>
            <translation>今天收的</translation>
        </message>
        <message>
            <source>Received: %1</source>
            <translation>已收：%1</translation>
        </message>
        <message>
            <source>Refund waiting for it: %1</source>
            <translation>等它到货的退款：%1</translation>
        </message>
        <message>
            <source>Region of the screen…</source>
            <translation>截取屏幕…</translation>
        </message>
        <message>
            <source>Remind</source>
            <translation>提醒我</translation>
        </message>
        <message>
            <source>Remind me of this parcel</source>
            <translation>提醒我看这件包裹</translation>
        </message>
        <message>
            <source>Remind me…</source>
            <translation>提醒我…</translation>
        </message>
        <message>
            <source>Return of %1</source>
            <translation>%1 的退件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Say the reason later</source>
            <translation>原因以后再填</translation>
        </message>
        <message>
            <source>Say why it could not be delivered: 1 to 7.</source>
            <translation>请选投递失败的原因：1 到 7。</translation>
        </message>
        <message>
            <source>Scan a parcel first.</source>
            <translation>请先扫一件包裹。</translation>
        </message>
        <message>
            <source>Scan a parcel first: a photo belongs to one.</source>
            <translation>请先扫包裹，照片要归到一件包裹上。</translation>
        </message>
        <message>
            <source>Scan a parcel, or type its number and press Enter</source>
            <translation>扫包裹，或输入单号后按回车</translation>
        </message>
        <message>
            <source>Scan or type the number on the new label.</source>
            <translation>扫或输入新面单上的单号。</translation>
        </message>
        <message>
            <source>Scan the number of a parcel of ours that the carrier brought back.</source>
            <translation>快递退回了我们寄出的包裹，扫它的单号就会列在这里。</translation>
        </message>
        <message>
            <source>Scan the parcel, then one of these codes. The scanner must end each code with Enter.</source>
            <translation>先扫包裹，再扫下面的一个条码。扫码枪需设置为每次扫码后加回车。</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>匹配度</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重新寄出</translation>
        </message>
        <message>
            <source>Send again…</source>
            <translation>重新寄出…</translation>
        </message>
        <message>
            <source>Send it again from the tab Undeliverable.</source>
            <translation>可在“投递失败退回”页重新寄出。</translation>
        </message>
        <message>
            <source>Send the parcel again</source>
            <translation>重新寄出包裹</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>寄件人</translation>
        </message>
        <message>
            <source>Sent again</source>
            <translation>重新寄出</translation>
        </message>
        <message>
            <source>Sent again with %1, %2</source>
            <translation>已用 %1 重新寄出，%2</translation>
        </message>
        <message>
            <source>Several cases: choose by digit</source>
            <translation>对上了几单：按数字选</translation>
        </message>
        <message>
            <source>Show the case</source>
            <translation>查看售后单</translation>
        </message>
        <message>
            <source>Show the case in the window behind</source>
            <translation>在后面的主窗口里查看售后单</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>到货时间</translation>
        </message>
        <message>
            <source>Still awaited</source>
            <translation>还在等的退件</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>入库</translation>
        </message>
        <message>
            <source>Surcharge (%1)</source>
            <translation>补寄费（%1）</translation>
        </message>
        <message>
            <source>Surcharge: %1 (rule R003-41).</source>
            <translation>补寄费承担方：%1（规则 R003-41）。</translation>
        </message>
        <message>
            <source>Take the last one back</source>
            <translation>撤回上一件</translation>
        </message>
        <message>
            <source>Take the photo with the camera program of the system or with a phone that copies its pictures into a folder here, then drop the file on this window, paste it, or choose it. A folder can be watched in Evidence, Files that arrived. What a camera program shows can be taken as a region of the screen.</source>
            <translation>请用系统自带的相机程序拍照，或用手机拍好后同步到本机文件夹，再把照片拖进本窗口、粘贴或从文件选择。文件夹可以在“凭证 › 新到的文件”里监视。相机程序显示的画面也可以用“截取屏幕”取下来。</translation>
        </message>
        <message>
            <source>Take up again</source>
            <translation>重新找主人</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Tell the buyer to choose %1 next time.</source>
            <translation>告诉买家下次选 %1。</translation>
        </message>
        <message numerus="yes">
            <source>The buyer pays the surcharge: sent again %n time(s) before (rule R003-41).</source>
            <translation>
                <numerusform>补寄费由买家承担：之前已重寄过 %n 次（规则 R003-41）。</numerusform>
            </translation>
        </message>
        <message>
            <source>The buyer pays the surcharge: the reason lies with them (rule R003-41).</source>
            <translation>补寄费由买家承担：原因在买家一方（规则 R003-41）。</translation>
        </message>
        <message>
            <source>The next parcel will stand here</source>
            <translation>扫到的包裹会显示在这里</translation>
        </message>
        <message>
            <source>The number on the new label, please.</source>
            <translation>请填新面单上的单号。</translation>
        </message>
        <message>
            <source>The refund is due today</source>
            <translation>退款今天要办</translation>
        </message>
        <message>
            <source>The steps of the case follow: refund, or a decision of the supervisor.</source>
            <translation>售后单的步骤随之调整：退款，或请主管定。</translation>
        </message>
        <message>
            <source>The surcharge is ours (rule R003-41).</source>
            <translation>补寄费由我们承担（规则 R003-41）。</translation>
        </message>
        <message>
            <source>The surcharge is ours: it is the first time (rule R003-41).</source>
            <translation>补寄费由我们承担：这是第一次（规则 R003-41）。</translation>
        </message>
        <message>
            <source>The surcharge is ours: the mistake was ours.</source>
            <translation>补寄费由我们承担：是我们的失误。</translation>
        </message>
        <message>
            <source>This printed code is not known here.</source>
            <translation>不认识这个指令条码。</translation>
        </message>
        <message>
            <source>This program drives no camera</source>
            <translation>本程序不直接使用摄像头</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To stock</source>
            <translation>上架</translation>
        </message>
        <message>
            <source>Undeliverable</source>
            <translation>投递失败退回</translation>
        </message>
        <message>
            <source>Undeliverable: %1</source>
            <translation>投递失败退回：%1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Unopened</source>
            <translation>未拆</translation>
        </message>
        <message>
            <source>Waiting and awaited</source>
            <translation>待拆与待到</translation>
        </message>
        <message>
            <source>What is known of it</source>
            <translation>已知的信息</translation>
        </message>
        <message>
            <source>Which carrier takes it?</source>
            <translation>用哪家快递寄？</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Write down sender, phone or article: cases are looked for by them.</source>
            <translation>写下寄件人、电话或商品，程序会据此去找对应的售后单。</translation>
        </message>
        <message>
            <source>Write why, in a few words.</source>
            <translation>简单写一下原因。</translation>
        </message>
        <message>
            <source>Write why.</source>
            <translation>请写明原因。</translation>
        </message>
        <message>
            <source>a case is opened for the order</source>
            <translation>收下后会为订单开一张售后单</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>arrived %1</source>
            <translation>%1 到货</translation>
        </message>
        <message>
            <source>in the box</source>
            <translation>在无主件里</translation>
        </message>
        <message>
            <source>name sounds the same</source>
            <translation>姓名读音一致</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>没有单号</translation>
        </message>
        <message>
            <source>no return was agreed in this case</source>
            <translation>这一单没有约定退货</translation>
        </message>
        <message>
            <source>nobody's</source>
            <translation>无主</translation>
        </message>
        <message>
            <source>not said yet</source>
            <translation>还没填原因</translation>
        </message>
        <message>
            <source>not told yet</source>
            <translation>还没给单号</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>还不知道</translation>
        </message>
        <message>
            <source>number differs by a sign</source>
            <translation>单号只差一个字符</translation>
        </message>
        <message>
            <source>order %1</source>
            <translation>订单 %1</translation>
        </message>
        <message>
            <source>photos and details can follow</source>
            <translation>照片和信息可以之后再补</translation>
        </message>
        <message>
            <source>pieces not known</source>
            <translation>件数未知</translation>
        </message>
        <message>
            <source>same article number</source>
            <translation>货号一致</translation>
        </message>
        <message>
            <source>same end of the number</source>
            <translation>单号尾号一致</translation>
        </message>
        <message>
            <source>same end of the phone</source>
            <translation>电话尾号一致</translation>
        </message>
        <message>
            <source>same kind of article</source>
            <translation>商品相近</translation>
        </message>
        <message>
            <source>same name</source>
            <translation>姓名一致</translation>
        </message>
        <message>
            <source>same number</source>
            <translation>单号一致</translation>
        </message>
        <message>
            <source>same phone</source>
            <translation>电话一致</translation>
        </message>
        <message>
            <source>the case is closed: it will be open again</source>
            <translation>本单已结，收下后会重新打开</translation>
        </message>
        <message>
            <source>the case is open again</source>
            <translation>售后单已重新打开</translation>
        </message>
        <message>
            <source>the parcel</source>
            <translation>这件包裹</translation>
        </message>
        <message>
            <source>the refund is due now</source>
            <translation>退款现在就该办了</translation>
        </message>
        <message>
            <source>the supervisor has to decide</source>
            <translation>等主管定怎么处理</translation>
        </message>
        <message>
            <source>to be sent again</source>
            <translation>待重新寄出</translation>
        </message>
        <message>
            <source>unopened</source>
            <translation>未拆</translation>
        </message>
        <message>
            <source>weight fits</source>
            <translation>重量相符</translation>
        </message>
    </context>
</TS>
