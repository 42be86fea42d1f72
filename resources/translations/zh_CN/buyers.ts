<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>buyers</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform>，另有 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 and %2 are buyers of two shops.</source>
            <translation>%1 和 %2 属于两家店铺。</translation>
        </message>
        <message>
            <source>%1 becomes a former ID: search and later imports find %2 by it.</source>
            <translation>%1 记为曾用 ID：以后搜索、导入订单用它也能找到 %2。</translation>
        </message>
        <message>
            <source>%1 copied</source>
            <translation>已复制%1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>第 %1 / %2 位</translation>
        </message>
        <message>
            <source>%1 open of %2</source>
            <translation>共 %2 张，未结 %1 张</translation>
        </message>
        <message>
            <source>%1 open of %2 cases</source>
            <translation>售后 %2 张，未结 %1 张</translation>
        </message>
        <message>
            <source>%1 refunded</source>
            <translation>已退 %1</translation>
        </message>
        <message>
            <source>%1 selected</source>
            <translation>选中 %1 位</translation>
        </message>
        <message>
            <source>%1 was merged into another buyer already.</source>
            <translation>%1 已经并入另一位买家。</translation>
        </message>
        <message numerus="yes">
            <source>%n buyer(s)</source>
            <translation>
                <numerusform>%n 位买家</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n 次通话</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call-back(s)</source>
            <translation>
                <numerusform>%n 个回访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n 张售后单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n 条备注</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s)</source>
            <translation>
                <numerusform>%n 个订单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A WeChat ID has no spaces.</source>
            <translation>微信号里没有空格。</translation>
        </message>
        <message>
            <source>About</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Agreed to calls</source>
            <translation>同意来电</translation>
        </message>
        <message>
            <source>Agreed to: %1</source>
            <translation>同意：%1</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Another buyer of this shop has or had the ID %1.</source>
            <translation>本店另一位买家正在用或曾用 ID %1。</translation>
        </message>
        <message>
            <source>Another buyer…</source>
            <translation>换一位…</translation>
        </message>
        <message>
            <source>Asks for much and must not be neglected: answer first, keep every promise, note what was agreed.</source>
            <translation>要求多，但不能怠慢：优先回复，答应的都兑现，谈妥的都记下。</translation>
        </message>
        <message>
            <source>At stake</source>
            <translation>涉及金额</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Both have a call-back planned: the earlier one stays.</source>
            <translation>两位都排了回访：保留较早的一个。</translation>
        </message>
        <message>
            <source>Buyer ID</source>
            <translation>买家 ID</translation>
        </message>
        <message>
            <source>Buyer ID copied</source>
            <translation>已复制买家 ID</translation>
        </message>
        <message>
            <source>Buyer ID past or present, name, initials, phone tail, WeChat, e-mail, address, notes</source>
            <translation>买家 ID（含曾用）、姓名、拼音首字母、手机尾号、微信、邮箱、地址、备注</translation>
        </message>
        <message>
            <source>Buyer ID, name, phone, address</source>
            <translation>买家 ID、姓名、电话、地址</translation>
        </message>
        <message>
            <source>Buyers</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Buyers found</source>
            <translation>找到的买家</translation>
        </message>
        <message>
            <source>Buyers stand here, one row each.</source>
            <translation>买家都在这里，一位一行。</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Calls made</source>
            <translation>通话记录</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Card alone</source>
            <translation>只看资料卡</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>售后</translation>
        </message>
        <message>
            <source>Change ID</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Change ID…</source>
            <translation>改 ID…</translation>
        </message>
        <message>
            <source>Change the buyer ID</source>
            <translation>修改买家 ID</translation>
        </message>
        <message>
            <source>Choose a buyer: their card stands here.</source>
            <translation>选一位买家，资料卡显示在这里。</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>请选另一位。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Compare…</source>
            <translation>对比…</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>来电意愿</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系方式</translation>
        </message>
        <message>
            <source>Contact and consent…</source>
            <translation>联系与同意…</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>复制所选行</translation>
        </message>
        <message>
            <source>Copy the buyer ID</source>
            <translation>复制买家 ID</translation>
        </message>
        <message>
            <source>Copy the number</source>
            <translation>复制单号</translation>
        </message>
        <message>
            <source>Copy: %1</source>
            <translation>复制%1</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Digits with + and the country code before them, e.g. +86 138….</source>
            <translation>填数字，国际号码前加 + 和国家代码，如 +86 138…</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Each shop keeps its own buyers: only buyers of one shop can be merged.</source>
            <translation>各店的买家分开管理，只能合并同一家店的买家。</translation>
        </message>
        <message>
            <source>Esc list · ↵ keeps a field · Ctrl+Z takes back</source>
            <translation>Esc 回列表 · ↵ 保存这一项 · Ctrl+Z 撤销</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>First order</source>
            <translation>首次下单</translation>
        </message>
        <message>
            <source>Flags</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>Flags of both stay: %1.</source>
            <translation>两位的标记都保留：%1。</translation>
        </message>
        <message>
            <source>Former IDs: %1</source>
            <translation>曾用 ID：%1</translation>
        </message>
        <message>
            <source>History</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>How we stand</source>
            <translation>等级与意愿</translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>导入订单</translation>
        </message>
        <message>
            <source>It looks like name@example.com.</source>
            <translation>格式如 name@example.com。</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>J/K move · ↵ card · Esc empties the search</source>
            <translation>J/K 上下 · ↵ 资料卡 · Esc 清空搜索</translation>
        </message>
        <message>
            <source>Last order</source>
            <translation>最近下单</translation>
        </message>
        <message>
            <source>Looked in present and former IDs, names, phones, WeChat, e-mail, addresses and notes.</source>
            <translation>已查现用和曾用 ID、姓名、电话、微信、邮箱、地址和备注。</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Merge buyers</source>
            <translation>合并买家</translation>
        </message>
        <message>
            <source>Merge the two if it is one person.</source>
            <translation>如果是同一个人，请合并两份资料。</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>合并…</translation>
        </message>
        <message>
            <source>Moves to %1: %2.</source>
            <translation>移到 %1 名下：%2。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New ID</source>
            <translation>新 ID</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新建售后单</translation>
        </message>
        <message>
            <source>New case for this order</source>
            <translation>为这个订单新建售后单</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>新备注</translation>
        </message>
        <message>
            <source>No buyer passes these filters.</source>
            <translation>没有符合筛选条件的买家。</translation>
        </message>
        <message>
            <source>No cases yet.</source>
            <translation>还没有售后单。</translation>
        </message>
        <message>
            <source>No filter</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>No orders yet.</source>
            <translation>还没有订单。</translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation>还没有。</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing but the ID moves to %1.</source>
            <translation>没有别的要移，只把 ID 并入 %1。</translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>没有找到“%1”</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>还没有改动。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Number copied</source>
            <translation>已复制单号</translation>
        </message>
        <message>
            <source>One of them does not want calls: that stays, and no call is planned.</source>
            <translation>其中一位不愿接电话：合并后照此执行，不再排回访。</translation>
        </message>
        <message>
            <source>One step of Undo takes all of it back.</source>
            <translation>撤销一次即可全部还原。</translation>
        </message>
        <message>
            <source>Open / all cases</source>
            <translation>未结 / 全部售后</translation>
        </message>
        <message>
            <source>Open the card</source>
            <translation>打开资料卡</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>Open the one that stayed.</source>
            <translation>请打开保留的那一位。</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>开单</translation>
        </message>
        <message>
            <source>Opt out</source>
            <translation>全部退订</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实付</translation>
        </message>
        <message>
            <source>Parts of the card</source>
            <translation>资料卡的各部分</translation>
        </message>
        <message>
            <source>Perhaps the same person: %1</source>
            <translation>可能是同一个人：%1</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Refund rate</source>
            <translation>退款率</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>已退</translation>
        </message>
        <message>
            <source>Remove this note</source>
            <translation>删掉这条备注</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>显示全部 %1 个</translation>
        </message>
        <message>
            <source>Show all buyers</source>
            <translation>显示全部买家</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>消费</translation>
        </message>
        <message>
            <source>Standing note</source>
            <translation>长期备注</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Stays</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Take the line break out.</source>
            <translation>请去掉换行。</translation>
        </message>
        <message>
            <source>Temperament</source>
            <translation>脾气</translation>
        </message>
        <message>
            <source>The platform shows another ID now. The old one stays known: search and later imports find it.</source>
            <translation>平台上的 ID 变了就在这里改。旧 ID 会记为曾用 ID，搜索和以后导入订单都认得。</translation>
        </message>
        <message>
            <source>The standing note of %1 becomes a dated note.</source>
            <translation>%1 的长期备注转为一条普通备注。</translation>
        </message>
        <message>
            <source>They come in with the orders of your shop.</source>
            <translation>导入店铺订单，买家就会自动建档。</translation>
        </message>
        <message>
            <source>This is not a phone number.</source>
            <translation>这不是电话号码。</translation>
        </message>
        <message>
            <source>This is not an e-mail address.</source>
            <translation>这不是邮箱地址。</translation>
        </message>
        <message>
            <source>This is the same buyer.</source>
            <translation>这就是同一位买家。</translation>
        </message>
        <message>
            <source>This must stand on one line.</source>
            <translation>这里只能写一行。</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>What everybody should know before answering; never shown to the buyer</source>
            <translation>回复前大家都该知道的事，买家看不到</translation>
        </message>
        <message>
            <source>What was changed</source>
            <translation>改动记录</translation>
        </message>
        <message>
            <source>Who is the same person? Search by ID, name, phone or address.</source>
            <translation>哪位是同一个人？可搜 ID、姓名、电话、地址。</translation>
        </message>
        <message>
            <source>With open cases</source>
            <translation>有未结售后</translation>
        </message>
        <message>
            <source>Write a note…</source>
            <translation>写一条备注…</translation>
        </message>
        <message>
            <source>Write it as WeChat shows it.</source>
            <translation>请照微信里显示的填。</translation>
        </message>
        <message>
            <source>Write the new ID.</source>
            <translation>请填新的 ID。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more like this</source>
            <translation>
                <numerusform>另有 %n 位也相同</numerusform>
            </translation>
        </message>
        <message>
            <source>back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>buyer %1</source>
            <translation>买家 %1</translation>
        </message>
        <message>
            <source>card of the buyer</source>
            <translation>买家资料卡</translation>
        </message>
        <message>
            <source>next call %1</source>
            <translation>下次回访 %1</translation>
        </message>
        <message>
            <source>own rhythm: %1</source>
            <translation>单独的节奏：%1</translation>
        </message>
        <message>
            <source>same name and address</source>
            <translation>姓名和地址相同</translation>
        </message>
        <message>
            <source>same phone</source>
            <translation>电话相同</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>%1 起</translation>
        </message>
    </context>
</TS>
