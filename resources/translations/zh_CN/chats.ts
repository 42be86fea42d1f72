<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>chats</name>
        <message>
            <source>%1 × %2 pixels</source>
            <translation>%1 × %2 像素</translation>
        </message>
        <message numerus="yes">
            <source>%n line belongs to no message; it is in the original.</source>
            <translation>
                <numerusform>有 %n 行不属于任何消息，可在原文中查看。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture is left out: it is the same as another.</source>
            <translation>
                <numerusform>有 %n 张与其他图相同，未放入。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row overlaps, as you set it.</source>
            <translation>
                <numerusform>按手动设定重叠 %n 行像素。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row seems to be in both. Compare, and move the line if need be.</source>
            <translation>
                <numerusform>上下两张看起来有 %n 行像素相同。请对照，必要时移动接缝。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seam needs a look.</source>
            <translation>
                <numerusform>有 %n 处接缝请看一眼。</numerusform>
            </translation>
        </message>
        <message>
            <source>Alt+↑ ↓ moves, Del leaves out</source>
            <translation>Alt+↑ ↓ 移动，Del 去掉</translation>
        </message>
        <message>
            <source>Between messages</source>
            <translation>消息之间</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Chat</source>
            <translation>聊天</translation>
        </message>
        <message>
            <source>Chat %1, %2</source>
            <translation>聊天 %1，%2</translation>
        </message>
        <message>
            <source>Chat %1, %2 – %3, %4</source>
            <translation>聊天 %1，%2 – %3，%4</translation>
        </message>
        <message numerus="yes">
            <source>Chat, %n screenshot joined</source>
            <translation>
                <numerusform>聊天，%n 张截图拼接</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose A4 or Letter.</source>
            <translation>请选 A4 或 Letter。</translation>
        </message>
        <message>
            <source>Choose evidence of one case.</source>
            <translation>请只选同一售后单的凭证。</translation>
        </message>
        <message>
            <source>Choose from 2 to %1 pictures of one case first.</source>
            <translation>请先在同一售后单里选 2 到 %1 张图片。</translation>
        </message>
        <message>
            <source>Choose one picture first.</source>
            <translation>请先选一张图片。</translation>
        </message>
        <message>
            <source>Choose so many; joined pictures can be joined again.</source>
            <translation>请按这个数量选择；拼好的图还可以再拼接。</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>裁页</translation>
        </message>
        <message>
            <source>Cut a long picture for paper</source>
            <translation>长图裁页</translation>
        </message>
        <message>
            <source>Cut for paper…</source>
            <translation>裁成打印页…</translation>
        </message>
        <message numerus="yes">
            <source>Cut into %n page.</source>
            <translation>
                <numerusform>已裁成 %n 页。</numerusform>
            </translation>
        </message>
        <message>
            <source>Cutting page %1 of %2</source>
            <translation>正在裁第 %1 页，共 %2 页</translation>
        </message>
        <message>
            <source>Cutting…</source>
            <translation>正在裁页…</translation>
        </message>
        <message>
            <source>Drag a line, or press ↑ ↓ in the picture: it goes to the next place between messages.</source>
            <translation>拖动分页线，或在图上按 ↑ ↓，分页线会移到相邻的消息间隙。</translation>
        </message>
        <message>
            <source>Evidence %1 could not be compared.</source>
            <translation>凭证 %1 无法比对。</translation>
        </message>
        <message>
            <source>Evidence %1 is no picture that can be opened.</source>
            <translation>凭证 %1 不是可以打开的图片。</translation>
        </message>
        <message>
            <source>From 2 to %1 screenshots can be joined at once.</source>
            <translation>一次可以拼接 2 到 %1 张截图。</translation>
        </message>
        <message>
            <source>How the chat is shown</source>
            <translation>聊天显示方式</translation>
        </message>
        <message>
            <source>Inside a message, between lines</source>
            <translation>消息内，行与行之间</translation>
        </message>
        <message>
            <source>It fits one page</source>
            <translation>一页就放得下</translation>
        </message>
        <message>
            <source>It would be %1 million pixels, 50 fit. Make two of it, or leave some out.</source>
            <translation>拼好有 %1 百万像素，上限是 50 百万。请分成两张，或去掉几张。</translation>
        </message>
        <message>
            <source>It would be %1 pages, %2 are allowed.</source>
            <translation>会裁成 %1 页，最多 %2 页。</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>拼接</translation>
        </message>
        <message>
            <source>Join and cut…</source>
            <translation>拼接并裁页…</translation>
        </message>
        <message>
            <source>Join fewer screenshots into one picture.</source>
            <translation>请少拼几张截图。</translation>
        </message>
        <message>
            <source>Join screenshots of a chat</source>
            <translation>拼接聊天截图</translation>
        </message>
        <message>
            <source>Join screenshots of a chat…</source>
            <translation>拼接聊天截图…</translation>
        </message>
        <message>
            <source>Joined picture</source>
            <translation>拼接图</translation>
        </message>
        <message>
            <source>Joining…</source>
            <translation>正在拼接…</translation>
        </message>
        <message>
            <source>Leave it out and try again.</source>
            <translation>请去掉后重试。</translation>
        </message>
        <message>
            <source>Looking for overlaps: %1 of %2</source>
            <translation>正在找重叠部分：%1 / %2</translation>
        </message>
        <message>
            <source>Looking for overlaps…</source>
            <translation>正在找重叠部分…</translation>
        </message>
        <message>
            <source>Looking for places to cut…</source>
            <translation>正在找可以裁开的位置…</translation>
        </message>
        <message>
            <source>Make two</source>
            <translation>分成两张</translation>
        </message>
        <message>
            <source>Make two of it, or leave some out.</source>
            <translation>请分成两张，或去掉几张。</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>下一处</translation>
        </message>
        <message>
            <source>Next place that fits</source>
            <translation>换下一个吻合处</translation>
        </message>
        <message>
            <source>No date here tells day from month; another reading is possible.</source>
            <translation>日期分不出日和月，也可能是另一种读法。</translation>
        </message>
        <message>
            <source>No overlap</source>
            <translation>不重叠</translation>
        </message>
        <message>
            <source>Not of one width: one is put under the other, in the middle.</source>
            <translation>宽度不同，居中上下相接。</translation>
        </message>
        <message>
            <source>Nothing is in both: one is put under the other.</source>
            <translation>上下两张没有相同内容，直接上下相接。</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Original text</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Other width</source>
            <translation>宽度不同</translation>
        </message>
        <message>
            <source>Page ends</source>
            <translation>分页位置</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Please look</source>
            <translation>请看一眼</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>上一处</translation>
        </message>
        <message>
            <source>Repeats: please look</source>
            <translation>内容重复，请看一眼</translation>
        </message>
        <message>
            <source>Screenshots</source>
            <translation>截图</translation>
        </message>
        <message>
            <source>Seams</source>
            <translation>接缝</translation>
        </message>
        <message>
            <source>Search in this chat</source>
            <translation>在聊天中查找</translation>
        </message>
        <message>
            <source>Set by hand</source>
            <translation>手动设定</translation>
        </message>
        <message>
            <source>Some messages name only a time, no day.</source>
            <translation>部分消息只有时间，没有日期。</translation>
        </message>
        <message>
            <source>Sure</source>
            <translation>可靠</translation>
        </message>
        <message>
            <source>The chat names no year.</source>
            <translation>聊天里没有写年份。</translation>
        </message>
        <message>
            <source>The order was found from the pictures.</source>
            <translation>顺序已按画面排好。</translation>
        </message>
        <message>
            <source>The originals are as they were. Try it with fewer of them.</source>
            <translation>原图没有变化。请减少张数再试。</translation>
        </message>
        <message>
            <source>The picture could not be made.</source>
            <translation>图片没有生成。</translation>
        </message>
        <message numerus="yes">
            <source>The same %n row is in both.</source>
            <translation>
                <numerusform>上下两张有 %n 行像素相同。</numerusform>
            </translation>
        </message>
        <message>
            <source>The same words repeat, so it fits at several places. Compare, and move the line.</source>
            <translation>相同的话重复出现，有好几处都吻合。请对照后移动接缝。</translation>
        </message>
        <message>
            <source>The screenshots were joined.</source>
            <translation>截图已拼接。</translation>
        </message>
        <message>
            <source>The text is long: only its beginning is shown.</source>
            <translation>文本较长，只显示开头部分。</translation>
        </message>
        <message>
            <source>There is nothing to cut.</source>
            <translation>不需要裁。</translation>
        </message>
        <message>
            <source>These belong to several cases.</source>
            <translation>所选凭证不属于同一售后单。</translation>
        </message>
        <message>
            <source>This joined picture was there already.</source>
            <translation>这张拼接图已经有了。</translation>
        </message>
        <message>
            <source>This paper is not known.</source>
            <translation>没有这种纸张。</translation>
        </message>
        <message>
            <source>Through a picture</source>
            <translation>穿过图片</translation>
        </message>
        <message>
            <source>Too long for one picture</source>
            <translation>一张图放不下</translation>
        </message>
        <message>
            <source>Try again, or leave it out.</source>
            <translation>请重试，或去掉这一张。</translation>
        </message>
        <message>
            <source>Use as caption</source>
            <translation>用作说明</translation>
        </message>
        <message>
            <source>We are %1</source>
            <translation>我方：%1</translation>
        </message>
        <message>
            <source>We are…</source>
            <translation>我方是…</translation>
        </message>
        <message>
            <source>Where the clock went back, the next day was taken.</source>
            <translation>时间往回跳的地方按第二天计。</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>↑ ↓ in the picture moves</source>
            <translation>在图上按 ↑ ↓ 移动</translation>
        </message>
    </context>
</TS>
