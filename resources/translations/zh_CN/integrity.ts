<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>integrity</name>
        <message>
            <source>%1 · evidence %2 · %3</source>
            <translation>%1 · 凭证 %2 · %3</translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence as imported again</source>
            <translation>
                <numerusform>%n 件凭证重新与导入时一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence not as imported</source>
            <translation>
                <numerusform>%n 件凭证与导入时不一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence not as imported: %1</source>
            <translation>
                <numerusform>%n 件凭证与导入时不一致：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Aftercase %1 · integrity of evidence</source>
            <translation>Aftercase %1 · 凭证完整性报告</translation>
        </message>
        <message>
            <source>Begun: %1</source>
            <translation>开始：%1</translation>
        </message>
        <message>
            <source>By: %1</source>
            <translation>操作人：%1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Ended: %1</source>
            <translation>结束：%1</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续校验</translation>
        </message>
        <message>
            <source>History: event %1, head</source>
            <translation>记录链：第 %1 条，链头</translation>
        </message>
        <message numerus="yes">
            <source>Not read yet: %n</source>
            <translation>
                <numerusform>尚未读取：%n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is wrong: every file is as it was imported</source>
            <translation>一切正常：每个文件都与导入时一致</translation>
        </message>
        <message>
            <source>Nothing was changed. Look for the file as it was when it was imported, not edited or sent again.</source>
            <translation>没有改动任何内容。请找导入时的那个文件，不要用编辑过或重新转发的。</translation>
        </message>
        <message numerus="yes">
            <source>Read: %n piece(s) of evidence, %1 (%2 bytes)</source>
            <translation>
                <numerusform>已读：%n 件凭证，%1（%2 字节）</numerusform>
            </translation>
        </message>
        <message>
            <source>Report of the check</source>
            <translation>校验报告</translation>
        </message>
        <message>
            <source>Save as text…</source>
            <translation>另存为文本…</translation>
        </message>
        <message>
            <source>Stopped; nothing wrong so far</source>
            <translation>已停止；到此为止没有发现问题</translation>
        </message>
        <message>
            <source>The original file</source>
            <translation>选择原文件</translation>
        </message>
        <message>
            <source>The report was saved.</source>
            <translation>报告已保存。</translation>
        </message>
        <message>
            <source>This is another file: its SHA-256 is not that of evidence %1.</source>
            <translation>这不是原文件：它的 SHA-256 与凭证 %1 不同。</translation>
        </message>
        <message>
            <source>Verifying %1 of %2 · %3 of %4</source>
            <translation>正在校验 %1 / %2 · %3 / %4</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>expected %1, %2 bytes</source>
            <translation>应为 %1，%2 字节</translation>
        </message>
        <message>
            <source>found %1, %2 bytes</source>
            <translation>实为 %1，%2 字节</translation>
        </message>
        <message>
            <source>last found as imported %1</source>
            <translation>上次校验一致 %1</translation>
        </message>
    </context>
</TS>
