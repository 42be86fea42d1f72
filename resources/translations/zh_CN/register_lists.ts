<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>register_lists</name>
        <message>
            <source>%1 is no month.</source>
            <translation>%1 不是月份。</translation>
        </message>
        <message>
            <source>Files of these names are there already: %1</source>
            <translation>已有同名文件：%1</translation>
        </message>
        <message>
            <source>Give the number instead of the name.</source>
            <translation>请改用店铺编号。</translation>
        </message>
        <message>
            <source>Nothing was written. Choose another folder, or overwrite them with --force.</source>
            <translation>什么都没有写。请换一个文件夹，或加 --force 覆盖。</translation>
        </message>
        <message>
            <source>Several shops are called %1: numbers %2.</source>
            <translation>有多家店铺都叫“%1”：编号 %2。</translation>
        </message>
        <message>
            <source>Write it as 2026-11.</source>
            <translation>请写成 2026-11。</translation>
        </message>
    </context>
</TS>
