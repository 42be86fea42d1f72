<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>views</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>待买家</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>待快递</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Due in 24 h</source>
            <translation>24 小时内</translation>
        </message>
        <message>
            <source>In dispute</source>
            <translation>介入中</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>More views</source>
            <translation>更多视图</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结</translation>
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
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>待仓库</translation>
        </message>
    </context>
</TS>
