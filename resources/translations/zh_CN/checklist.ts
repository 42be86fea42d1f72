<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>checklist</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> 另 %n 份</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 等，另 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 there</source>
            <translation>%2 项中已有 %1 项</translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) marked as asked.</source>
            <translation>
                <numerusform>已记 %n 项为已索要。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n required missing</source>
            <translation>
                <numerusform>缺 %n 项必需</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask the buyer</source>
            <translation>向买家要</translation>
        </message>
        <message>
            <source>Asks for: %1</source>
            <translation>索要：%1</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Copied. Mark it as asked once it is sent.</source>
            <translation>已复制。发给买家后请点“记为已索要”。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Evidence checklist</source>
            <translation>凭证清单</translation>
        </message>
        <message numerus="yes">
            <source>Last asked %1 by %2, %n time(s) in all</source>
            <translation>
                <numerusform>%2 于 %1 最近一次索要，共 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Mark as asked</source>
            <translation>记为已索要</translation>
        </message>
        <message>
            <source>No. %1</source>
            <translation>第 %1 件</translation>
        </message>
        <message>
            <source>Note that the buyer was asked just now</source>
            <translation>记下刚才已向买家索要</translation>
        </message>
        <message>
            <source>Text to ask the buyer with</source>
            <translation>向买家索要的话</translation>
        </message>
        <message>
            <source>The filters above hide this evidence.</source>
            <translation>上方的筛选把这件凭证挡住了。</translation>
        </message>
        <message>
            <source>Tone and language of the text: %1, %2</source>
            <translation>语气和语言：%1、%2</translation>
        </message>
        <message>
            <source>Tone: %1 · %2</source>
            <translation>按性情：%1 · %2</translation>
        </message>
        <message>
            <source>Wait for the buyer now</source>
            <translation>改为待买家</translation>
        </message>
        <message>
            <source>What is needed stands in:
%1</source>
            <translation>清单出自：
%1</translation>
        </message>
        <message>
            <source>asked %1</source>
            <translation>已索要 %1</translation>
        </message>
        <message numerus="yes">
            <source>asked %1 · %n times</source>
            <translation>
                <numerusform>已索要 %1 · %n 次</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>asked %n day(s) ago, not received</source>
            <translation>
                <numerusform>已索要 %n 天，未收到</numerusform>
            </translation>
        </message>
        <message>
            <source>missing · advised</source>
            <translation>缺 · 建议</translation>
        </message>
        <message>
            <source>missing · optional</source>
            <translation>缺 · 可选</translation>
        </message>
        <message>
            <source>missing · required</source>
            <translation>缺 · 必需</translation>
        </message>
        <message>
            <source>what you add next counts as this</source>
            <translation>接下来粘贴或添加的算这一项</translation>
        </message>
        <message>
            <source>“%1” is better left out (%2).</source>
            <translation>“%1”最好不写（%2）。</translation>
        </message>
        <message>
            <source>“%1” must not be sent to a buyer (%2).</source>
            <translation>“%1”不能发给买家（%2）。</translation>
        </message>
    </context>
</TS>
