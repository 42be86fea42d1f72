<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>views</name>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 +%2</source>
            <translation>%1等，另 %2 项</translation>
        </message>
        <message>
            <source>%1 from %2</source>
            <translation>%1 %2 起</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>%1 until %2</source>
            <translation>%1 %2 止</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n handler(s) who left</source>
            <translation>
                <numerusform>%n 位已离开的经手人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shop(s) that are gone</source>
            <translation>
                <numerusform>%n 家已不在的店铺</numerusform>
            </translation>
        </message>
        <message>
            <source>2026-11-01 or 11-01</source>
            <translation>2026-11-01 或 11-01</translation>
        </message>
        <message>
            <source>2026-11-30 or 11-30</source>
            <translation>2026-11-30 或 11-30</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>An amount is not below zero.</source>
            <translation>金额不能小于零。</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>Arrange views</source>
            <translation>调整视图</translation>
        </message>
        <message>
            <source>Arrange views…</source>
            <translation>调整视图…</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>不低于</translation>
        </message>
        <message>
            <source>At least one view has to stay.</source>
            <translation>至少要留一个视图。</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>不高于</translation>
        </message>
        <message>
            <source>At most %1 places after the point.</source>
            <translation>小数点后最多 %1 位。</translation>
        </message>
        <message>
            <source>At stake</source>
            <translation>涉及金额</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>待买家</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>待快递</translation>
        </message>
        <message>
            <source>Cases in %1, by what is at stake.</source>
            <translation>按涉及金额筛选 %1 的售后单。</translation>
        </message>
        <message>
            <source>Changed since it was saved</source>
            <translation>保存后有改动</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>全部清除</translation>
        </message>
        <message>
            <source>Clear this</source>
            <translation>清除本项</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>结案</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Delete “%1”</source>
            <translation>删除“%1”</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Due in 24 h</source>
            <translation>24 小时内</translation>
        </message>
        <message>
            <source>Due in 3 days</source>
            <translation>3 天内</translation>
        </message>
        <message>
            <source>Enter changes the filter, Delete removes it</source>
            <translation>回车修改，Delete 去掉</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>筛选项</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>筛选条件</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Handler</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>Hide “%1”</source>
            <translation>隐藏“%1”</translation>
        </message>
        <message>
            <source>Ignored in “%1”: %2.</source>
            <translation>“%1”里已忽略：%2。</translation>
        </message>
        <message>
            <source>In dispute</source>
            <translation>介入中</translation>
        </message>
        <message>
            <source>Keep this order</source>
            <translation>保存顺序</translation>
        </message>
        <message>
            <source>Keep what is shown in “%1”</source>
            <translation>把当前内容更新到“%1”</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>更晚</translation>
        </message>
        <message>
            <source>Less than the amount above.</source>
            <translation>小于上面的金额。</translation>
        </message>
        <message>
            <source>Liability</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>More than the amount below.</source>
            <translation>大于下面的金额。</translation>
        </message>
        <message>
            <source>More views</source>
            <translation>更多视图</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Next clock</source>
            <translation>下一时限</translation>
        </message>
        <message>
            <source>No clock</source>
            <translation>无时限</translation>
        </message>
        <message>
            <source>No tier</source>
            <translation>无等级</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人经手</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>开单</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>待平台</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Rename view</source>
            <translation>视图改名</translation>
        </message>
        <message>
            <source>Rename “%1”…</source>
            <translation>给“%1”改名…</translation>
        </message>
        <message>
            <source>Required evidence missing</source>
            <translation>缺必需凭证</translation>
        </message>
        <message>
            <source>Required evidence there</source>
            <translation>必需凭证已齐</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Sales platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save as a new view…</source>
            <translation>另存为新视图…</translation>
        </message>
        <message>
            <source>Save this view and more</source>
            <translation>保存视图等操作</translation>
        </message>
        <message>
            <source>Save view</source>
            <translation>保存视图</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>已搁置</translation>
        </message>
        <message>
            <source>Space ticks · ← → sides · Esc closes</source>
            <translation>空格勾选 · ← → 切换 · Esc 关闭</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>The order is the same for everybody. Alt+↑ Alt+↓ or dragging moves a view, Space hides or shows it.</source>
            <translation>顺序对所有人生效。Alt+↑ Alt+↓ 或拖动调整位置，空格隐藏或显示。</translation>
        </message>
        <message>
            <source>There is no such day.</source>
            <translation>没有这一天。</translation>
        </message>
        <message>
            <source>This amount is too large.</source>
            <translation>金额太大了。</translation>
        </message>
        <message>
            <source>This currency has no smaller unit.</source>
            <translation>这种货币没有小数。</translation>
        </message>
        <message>
            <source>This is after the last day.</source>
            <translation>晚于截止日期。</translation>
        </message>
        <message>
            <source>This is before the first day.</source>
            <translation>早于开始日期。</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>This year is too far away.</source>
            <translation>年份超出范围。</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Update view</source>
            <translation>更新视图</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>View, filters, search text and order are kept, for everybody who works here.</source>
            <translation>会保存视图、筛选条件、搜索文字和排序，店里所有人都能用。</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Views in their order</source>
            <translation>视图顺序</translation>
        </message>
        <message>
            <source>Waiting on</source>
            <translation>待谁</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>待仓库</translation>
        </message>
        <message>
            <source>Write a day as 2026-11-20 or 11-20.</source>
            <translation>日期请写成 2026-11-20 或 11-20。</translation>
        </message>
        <message>
            <source>Write an amount as 168 or 168.50.</source>
            <translation>金额请写成 168 或 168.50。</translation>
        </message>
        <message>
            <source>at least %1</source>
            <translation>不低于 %1</translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>不高于 %1</translation>
        </message>
        <message>
            <source>own view</source>
            <translation>自建视图</translation>
        </message>
    </context>
</TS>
