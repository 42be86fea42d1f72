<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>likeness</name>
        <message numerus="yes">
            <source>%n marked as not the same picture</source>
            <translation>
                <numerusform>%n 处已标为不是同一张</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these were seen before: %1</source>
            <translation>
                <numerusform>其中 %n 张以前见过：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>: </source>
            <translation>：</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>不是同一张</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>打开售后单</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>重新显示</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>并排看</translation>
        </message>
        <message numerus="yes">
            <source>The same or an alike photo is in %1 cases of %n buyer(s):</source>
            <translation>
                <numerusform>相同或近似的照片出现在 %n 位买家的 %1 张售后单：</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same or an alike photo is in %n case(s) of this buyer:</source>
            <translation>
                <numerusform>相同或近似的照片出现在该买家的 %n 张售后单：</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same photo is in %1 cases of %n buyer(s):</source>
            <translation>
                <numerusform>同一张照片出现在 %n 位买家的 %1 张售后单：</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same photo is in %n case(s) of this buyer:</source>
            <translation>
                <numerusform>同一张照片出现在该买家的 %n 张售后单：</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more photo(s) in several cases</source>
            <translation>
                <numerusform>另有 %n 张照片出现在多张售后单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more place(s)</source>
            <translation>
                <numerusform>另有 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>another batch</source>
            <translation>不同批次</translation>
        </message>
        <message>
            <source>another buyer</source>
            <translation>不同买家</translation>
        </message>
        <message>
            <source>evidence %1 of this case</source>
            <translation>本单凭证 %1</translation>
        </message>
        <message>
            <source>same batch</source>
            <translation>同一批次</translation>
        </message>
        <message>
            <source>same buyer</source>
            <translation>同一买家</translation>
        </message>
        <message numerus="yes">
            <source>seen %n</source>
            <translation>
                <numerusform>近似 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1” and %2 are %3% alike</source>
            <translation>本单“%1”与 %2 近似 %3%</translation>
        </message>
        <message>
            <source>“%1” is the same file as in %2</source>
            <translation>本单“%1”与 %2 里的是同一个文件</translation>
        </message>
    </context>
</TS>
