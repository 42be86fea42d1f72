<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>commands</name>
        <message>
            <source>&amp;Cases</source>
            <translation>售后单(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Registers</source>
            <translation>登记表(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>工具(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>About Aftercase</source>
            <translation>关于售后台</translation>
        </message>
        <message>
            <source>Add a VIP…</source>
            <translation>加入 VIP…</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>Add folder…</source>
            <translation>添加文件夹…</translation>
        </message>
        <message>
            <source>Add note…</source>
            <translation>加备注…</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>All calls to the buyer…</source>
            <translation>这位买家的全部回访…</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Arrange views…</source>
            <translation>调整视图…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Buyers</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Call-&amp;backs</source>
            <translation>回访(&amp;B)</translation>
        </message>
        <message>
            <source>Call-backs</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Capture the screen…</source>
            <translation>截取屏幕…</translation>
        </message>
        <message>
            <source>Carrier claim sheet…</source>
            <translation>快件理赔单…</translation>
        </message>
        <message>
            <source>Carrier claims</source>
            <translation>快递理赔</translation>
        </message>
        <message>
            <source>Case summary…</source>
            <translation>售后单摘要…</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Change problem…</source>
            <translation>改问题类型…</translation>
        </message>
        <message>
            <source>Change state…</source>
            <translation>改状态…</translation>
        </message>
        <message>
            <source>Change who has to act…</source>
            <translation>改待谁…</translation>
        </message>
        <message>
            <source>Check data and history</source>
            <translation>检查数据与历史</translation>
        </message>
        <message>
            <source>Choose the month…</source>
            <translation>选择月份…</translation>
        </message>
        <message>
            <source>Clear all filters</source>
            <translation>清除全部筛选</translation>
        </message>
        <message>
            <source>Clocks…</source>
            <translation>时限…</translation>
        </message>
        <message>
            <source>Close the month…</source>
            <translation>月结…</translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation>列…</translation>
        </message>
        <message>
            <source>Compare side by side</source>
            <translation>并排对比</translation>
        </message>
        <message>
            <source>Compensation</source>
            <translation>赔付</translation>
        </message>
        <message>
            <source>Compensation paid…</source>
            <translation>登记赔付已付…</translation>
        </message>
        <message>
            <source>Contact and consent…</source>
            <translation>联系与同意…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy as files</source>
            <translation>复制为文件</translation>
        </message>
        <message>
            <source>Copy case number</source>
            <translation>复制单号</translation>
        </message>
        <message>
            <source>Copy platform remark</source>
            <translation>复制平台备注</translation>
        </message>
        <message>
            <source>Copy request to the buyer</source>
            <translation>复制索要话术</translation>
        </message>
        <message>
            <source>Copy to another case…</source>
            <translation>复制到另一张售后单…</translation>
        </message>
        <message>
            <source>Correct the line…</source>
            <translation>更正这一行…</translation>
        </message>
        <message>
            <source>Crop the exhibit…</source>
            <translation>裁剪证据…</translation>
        </message>
        <message>
            <source>Cut a long picture for paper…</source>
            <translation>长图裁页…</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
        <message>
            <source>E&amp;vidence</source>
            <translation>凭证(&amp;X)</translation>
        </message>
        <message>
            <source>Edit caption</source>
            <translation>改说明</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Export calendar file…</source>
            <translation>导出日历文件…</translation>
        </message>
        <message>
            <source>Export call-backs shown…</source>
            <translation>导出所示回访…</translation>
        </message>
        <message>
            <source>Export calls made…</source>
            <translation>导出回访记录…</translation>
        </message>
        <message>
            <source>Export list…</source>
            <translation>导出列表…</translation>
        </message>
        <message>
            <source>Export selected…</source>
            <translation>导出所选…</translation>
        </message>
        <message>
            <source>Files that arrived…</source>
            <translation>新到的文件…</translation>
        </message>
        <message>
            <source>Filter…</source>
            <translation>筛选…</translation>
        </message>
        <message>
            <source>Find or run…</source>
            <translation>搜索与命令…</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Go to the next step</source>
            <translation>转到下一步</translation>
        </message>
        <message>
            <source>Go to today</source>
            <translation>回到今天</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>转交…</translation>
        </message>
        <message>
            <source>Hand the call-back over…</source>
            <translation>把回访交给别人…</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>交接</translation>
        </message>
        <message>
            <source>Hand-over sheets…</source>
            <translation>交接单…</translation>
        </message>
        <message>
            <source>How the exhibit is shown…</source>
            <translation>证据怎么展示…</translation>
        </message>
        <message>
            <source>How the packet ended…</source>
            <translation>举证材料的结果…</translation>
        </message>
        <message>
            <source>I have the original file…</source>
            <translation>我有原文件…</translation>
        </message>
        <message>
            <source>Import orders…</source>
            <translation>导入订单…</translation>
        </message>
        <message>
            <source>Invoice owed…</source>
            <translation>登记欠开发票…</translation>
        </message>
        <message>
            <source>Invoices owed</source>
            <translation>欠开发票</translation>
        </message>
        <message>
            <source>Join screenshots of a chat…</source>
            <translation>拼接聊天截图…</translation>
        </message>
        <message>
            <source>Keep this picture as evidence</source>
            <translation>把这一画面存为凭证</translation>
        </message>
        <message>
            <source>Language of the system</source>
            <translation>语言随系统</translation>
        </message>
        <message>
            <source>Leave for the next shift…</source>
            <translation>给下一班留事项…</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Light or dark as the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Link…</source>
            <translation>关联…</translation>
        </message>
        <message>
            <source>Log call…</source>
            <translation>记录通话…</translation>
        </message>
        <message>
            <source>Mark as asked</source>
            <translation>记为已索要</translation>
        </message>
        <message>
            <source>Measures of the month…</source>
            <translation>月结数据…</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>合并…</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Month, week or day before</source>
            <translation>上一月、周或日</translation>
        </message>
        <message>
            <source>Move to another case…</source>
            <translation>移到另一张售后单…</translation>
        </message>
        <message>
            <source>New case…</source>
            <translation>新建售后单…</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Next month, week or day</source>
            <translation>下一月、周或日</translation>
        </message>
        <message>
            <source>Next of the queue</source>
            <translation>队列下一位</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>下一区域</translation>
        </message>
        <message>
            <source>Next version of the packet</source>
            <translation>照上一份做下一版材料</translation>
        </message>
        <message>
            <source>No more calls to the buyer</source>
            <translation>买家退订来电</translation>
        </message>
        <message>
            <source>Note a penalty…</source>
            <translation>登记处罚…</translation>
        </message>
        <message>
            <source>Open a case from the call…</source>
            <translation>从回访开售后单…</translation>
        </message>
        <message>
            <source>Open a copy in the system's program</source>
            <translation>用系统程序打开副本</translation>
        </message>
        <message>
            <source>Open case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>Open data folder…</source>
            <translation>打开数据文件夹…</translation>
        </message>
        <message>
            <source>Open folder of this case</source>
            <translation>打开本单的凭证文件夹</translation>
        </message>
        <message>
            <source>Open the month again…</source>
            <translation>重新打开月份…</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>举证材料</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Penalties</source>
            <translation>处罚扣分</translation>
        </message>
        <message>
            <source>Plan a note in the parcel</source>
            <translation>安排随包裹留言卡</translation>
        </message>
        <message>
            <source>Plan a satisfaction call…</source>
            <translation>安排满意度回访…</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>上一区域</translation>
        </message>
        <message>
            <source>Print call list…</source>
            <translation>打印回访单…</translation>
        </message>
        <message>
            <source>Print packets…</source>
            <translation>打印举证材料…</translation>
        </message>
        <message>
            <source>Print return slip…</source>
            <translation>打印退货单…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Problems named in good reviews…</source>
            <translation>好评里提到的问题…</translation>
        </message>
        <message>
            <source>Put on another day…</source>
            <translation>改到另一天…</translation>
        </message>
        <message>
            <source>Quality feedback</source>
            <translation>质量反馈</translation>
        </message>
        <message>
            <source>Quiet days and vacations…</source>
            <translation>免打扰日与休假…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Receive returned parcels…</source>
            <translation>收退件…</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>重开</translation>
        </message>
        <message>
            <source>Reply to the buyer…</source>
            <translation>回复买家…</translation>
        </message>
        <message>
            <source>Report of the last check…</source>
            <translation>上次校验的报告…</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>处理方案</translation>
        </message>
        <message>
            <source>Returned parcels</source>
            <translation>退件</translation>
        </message>
        <message>
            <source>Reviews</source>
            <translation>差评跟进</translation>
        </message>
        <message>
            <source>Rhythms and limits of the call-backs…</source>
            <translation>回访周期与时限…</translation>
        </message>
        <message>
            <source>Rules of the VIP tiers…</source>
            <translation>VIP 评级规则…</translation>
        </message>
        <message>
            <source>Save as file…</source>
            <translation>存为文件…</translation>
        </message>
        <message>
            <source>Save original as…</source>
            <translation>原件另存为…</translation>
        </message>
        <message>
            <source>Save view…</source>
            <translation>保存视图…</translation>
        </message>
        <message>
            <source>Search this page</source>
            <translation>在本页搜索</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Set to done</source>
            <translation>改为已完成</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Show anew</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Show data folder</source>
            <translation>查看数据文件夹</translation>
        </message>
        <message>
            <source>Show log</source>
            <translation>查看日志</translation>
        </message>
        <message>
            <source>Sign, stamp or lock the packet…</source>
            <translation>给材料签名、加时间戳或加密…</translation>
        </message>
        <message>
            <source>Single letters are commands in lists</source>
            <translation>列表里按字母直接操作</translation>
        </message>
        <message>
            <source>Skip this one…</source>
            <translation>跳过这一次…</translation>
        </message>
        <message>
            <source>Snooze…</source>
            <translation>搁置…</translation>
        </message>
        <message>
            <source>Split…</source>
            <translation>拆分…</translation>
        </message>
        <message>
            <source>Spread what is late…</source>
            <translation>分摊拖期回访…</translation>
        </message>
        <message>
            <source>Statement of carrier claims…</source>
            <translation>快递理赔对账单…</translation>
        </message>
        <message>
            <source>Stills of the film…</source>
            <translation>视频截帧…</translation>
        </message>
        <message>
            <source>Switch shop…</source>
            <translation>切换店铺…</translation>
        </message>
        <message>
            <source>Tag in words…</source>
            <translation>自定标签…</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <source>Take in reviews…</source>
            <translation>导入评价…</translation>
        </message>
        <message>
            <source>Take out…</source>
            <translation>导出凭证…</translation>
        </message>
        <message>
            <source>The one before in the queue</source>
            <translation>队列上一位</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Trail of the month…</source>
            <translation>月结记录…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Use as poster of the film</source>
            <translation>设为视频封面</translation>
        </message>
        <message>
            <source>VIP buyers…</source>
            <translation>VIP 买家…</translation>
        </message>
        <message>
            <source>VIPs proposed by the rules…</source>
            <translation>按规则建议的 VIP…</translation>
        </message>
        <message>
            <source>Verify a packet…</source>
            <translation>核验材料…</translation>
        </message>
        <message>
            <source>Verify all evidence</source>
            <translation>校验全部凭证</translation>
        </message>
        <message>
            <source>Verify evidence of this case</source>
            <translation>校验本单凭证</translation>
        </message>
        <message>
            <source>Verify what is chosen</source>
            <translation>校验所选凭证</translation>
        </message>
        <message>
            <source>View</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Wake</source>
            <translation>唤醒</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Week of quality for purchasing…</source>
            <translation>本周质量汇总（给采购）…</translation>
        </message>
        <message>
            <source>Weight evidence…</source>
            <translation>重量佐证…</translation>
        </message>
        <message>
            <source>What was done…</source>
            <translation>操作记录…</translation>
        </message>
        <message>
            <source>Who is working…</source>
            <translation>换人…</translation>
        </message>
        <message>
            <source>Write the calendar file now</source>
            <translation>立即写入日历文件</translation>
        </message>
        <message>
            <source>Wrong shipments</source>
            <translation>错发</translation>
        </message>
    </context>
</TS>
