<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>settings</name>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1 no longer works here</source>
            <translation>%1 已不在这里工作</translation>
        </message>
        <message>
            <source>%1 of %2 this month</source>
            <translation>本月已读 %1 / %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: %2 (%3)</source>
            <translation>%1：%2（%3）</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1：%2 → %3</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n day(s)</source>
            <translation>
                <numerusform>%1：%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be evaluated.</source>
            <translation>
                <numerusform>%n 张无法试算。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n example of its own</source>
            <translation>
                <numerusform>自带 %n 个验证例</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>还有 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not as imported</source>
            <translation>
                <numerusform>%n 件不一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open case would differ.</source>
            <translation>
                <numerusform>%n 张未完结的售后单会有变化。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to verify</source>
            <translation>
                <numerusform>待核实 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A condition is not allowed or cannot be read (%1).</source>
            <translation>条件不允许或读不懂（%1）。</translation>
        </message>
        <message>
            <source>A country is two capital letters, as CN.</source>
            <translation>国家是两个大写字母，例如 CN。</translation>
        </message>
        <message>
            <source>A currency is three capital letters, as CNY.</source>
            <translation>币种是三个大写字母，例如 CNY。</translation>
        </message>
        <message>
            <source>A new case of such a buyer is among the alarms of Today.</source>
            <translation>这类买家的新售后单会出现在“今日”的警报里。</translation>
        </message>
        <message>
            <source>A number it brings cannot be changed (%1).</source>
            <translation>带来的一个数字不可修改（%1）。</translation>
        </message>
        <message>
            <source>A number it brings is not possible (%1).</source>
            <translation>带来的一个数字不成立（%1）。</translation>
        </message>
        <message>
            <source>A number of this shop could not be changed any more (%1).</source>
            <translation>本店的一个数字将不能再改（%1）。</translation>
        </message>
        <message>
            <source>A number or rule has no source (%1).</source>
            <translation>数字或规则没有来源（%1）。</translation>
        </message>
        <message>
            <source>A pack you brought in cannot be used any more and is left out.</source>
            <translation>有一个自带的规则包不能再用，已停用。</translation>
        </message>
        <message>
            <source>A part can never be reached (%1).</source>
            <translation>有一部分永远走不到（%1）。</translation>
        </message>
        <message>
            <source>A shop takes at most %1 changes to its packs.</source>
            <translation>一家店最多改动 %1 个规则包。</translation>
        </message>
        <message>
            <source>A shop that has orders or cases cannot be taken away.</source>
            <translation>有订单或售后单的店铺不能删除。</translation>
        </message>
        <message>
            <source>A table leaves a case open (%1).</source>
            <translation>表格有漏掉的情况（%1）。</translation>
        </message>
        <message>
            <source>A value depends on itself (%1).</source>
            <translation>某个值依赖它自己（%1）。</translation>
        </message>
        <message>
            <source>A whole number from 1 to %1.</source>
            <translation>请填 1 到 %1 之间的整数。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add a shop</source>
            <translation>添加店铺</translation>
        </message>
        <message>
            <source>Add something to tell them apart.</source>
            <translation>请加上能区分的字。</translation>
        </message>
        <message>
            <source>All that is in this file is here already.</source>
            <translation>文件里的内容这里都有了。</translation>
        </message>
        <message>
            <source>Amounts</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>An answer leads nowhere (%1).</source>
            <translation>有的回答没有去处（%1）。</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Archive done cases after</source>
            <translation>已完成多少天后自动归档</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>随系统</translation>
        </message>
        <message>
            <source>At most %1 decimals are kept.</source>
            <translation>最多保留 %1 位小数。</translation>
        </message>
        <message>
            <source>Australia</source>
            <translation>澳大利亚</translation>
        </message>
        <message>
            <source>Back to the pack's number</source>
            <translation>恢复规则包的数字</translation>
        </message>
        <message>
            <source>Bring %1 back</source>
            <translation>让 %1 回来</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Brought in by the shop: version %1</source>
            <translation>店铺导入：版本 %1</translation>
        </message>
        <message>
            <source>Canada</source>
            <translation>加拿大</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Carrier of the contract</source>
            <translation>约定的快递公司</translation>
        </message>
        <message>
            <source>Carriers answer</source>
            <translation>快递答复期限</translation>
        </message>
        <message>
            <source>Cases already decided keep the packs they were decided by.</source>
            <translation>已经定了方案的售后单，仍按当时的规则包。</translation>
        </message>
        <message>
            <source>Caused by</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Change the currency</source>
            <translation>改币种</translation>
        </message>
        <message>
            <source>Change the currency to %1?</source>
            <translation>币种改成 %1？</translation>
        </message>
        <message>
            <source>Change “%1”</source>
            <translation>修改“%1”</translation>
        </message>
        <message>
            <source>Changed (%1): %2</source>
            <translation>改动 %1 条：%2</translation>
        </message>
        <message>
            <source>Check everything</source>
            <translation>校验全部</translation>
        </message>
        <message>
            <source>China</source>
            <translation>中国</translation>
        </message>
        <message>
            <source>Choose a rule to read it.</source>
            <translation>选一条规则来看。</translation>
        </message>
        <message>
            <source>Choose another one at the top right first.</source>
            <translation>请先在右上角换一个人。</translation>
        </message>
        <message>
            <source>Choose another person at the top right first</source>
            <translation>先在右上角换一个人</translation>
        </message>
        <message>
            <source>Choose one of the eight.</source>
            <translation>请从八种颜色里选。</translation>
        </message>
        <message>
            <source>Chooses the law that applies.</source>
            <translation>决定适用哪里的法律。</translation>
        </message>
        <message>
            <source>Claim from</source>
            <translation>追偿</translation>
        </message>
        <message>
            <source>Claims that succeed</source>
            <translation>索赔成功率</translation>
        </message>
        <message>
            <source>Clocks</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Compensation (%1)</source>
            <translation>赔付（%1）</translation>
        </message>
        <message>
            <source>Confirmed as %1 on %2 %3: %4</source>
            <translation>已核实为 %1；%2 %3：%4</translation>
        </message>
        <message>
            <source>Cost of goods</source>
            <translation>进货成本率</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家或地区</translation>
        </message>
        <message>
            <source>Ctrl+F search · F6 next part · Esc back · Ctrl+Z undo</source>
            <translation>Ctrl+F 搜索 · F6 下一部分 · Esc 返回 · Ctrl+Z 撤销</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>数据文件夹</translation>
        </message>
        <message>
            <source>Day and month</source>
            <translation>每日与月结</translation>
        </message>
        <message>
            <source>Days a carrier has to answer a claim</source>
            <translation>快递答复理赔的天数</translation>
        </message>
        <message>
            <source>Days within which a buyer returns so often</source>
            <translation>统计退货的天数</translation>
        </message>
        <message>
            <source>Days; 0 is never. Once a day, undone like anything else.</source>
            <translation>天；0 为不自动归档。每天一次，可以撤销。</translation>
        </message>
        <message>
            <source>Disputes that are lost</source>
            <translation>介入败诉率</translation>
        </message>
        <message numerus="yes">
            <source>Empty: %n day(s), as for every carrier.</source>
            <translation>
                <numerusform>不填则按所有快递的 %n 天。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Empty: %n day(s), from %1.</source>
            <translation>
                <numerusform>不填则按《%1》的 %n 天。</numerusform>
            </translation>
        </message>
        <message>
            <source>Empty: nobody said, and no claim will be late.</source>
            <translation>不填则没有期限，理赔不会显示超期。</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Export a policy pack</source>
            <translation>导出规则包</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>填写</translation>
        </message>
        <message>
            <source>First reply within</source>
            <translation>首次响应时限</translation>
        </message>
        <message>
            <source>For %1; %2</source>
            <translation>适用：%1；%2</translation>
        </message>
        <message>
            <source>France</source>
            <translation>法国</translation>
        </message>
        <message>
            <source>Freight of a parcel</source>
            <translation>一个包裹的运费</translation>
        </message>
        <message>
            <source>From your contract; empty it to forget it.</source>
            <translation>按你们的约定；清空即取消。</translation>
        </message>
        <message>
            <source>Germany</source>
            <translation>德国</translation>
        </message>
        <message>
            <source>Goes into replies that ask for goods to be sent back.</source>
            <translation>请买家寄回时写进回复里。</translation>
        </message>
        <message>
            <source>Gone (%1): %2</source>
            <translation>去掉 %1 条：%2</translation>
        </message>
        <message>
            <source>Hand-over by</source>
            <translation>交接清完时间</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>中国香港</translation>
        </message>
        <message>
            <source>Hours; 48 unless set. Counts for cases opened from now on.</source>
            <translation>小时，不填按 48 小时；从现在起新开的售后单按它计时。</translation>
        </message>
        <message>
            <source>If %1</source>
            <translation>条件：%1</translation>
        </message>
        <message>
            <source>If it goes wrong</source>
            <translation>处理不当的后果</translation>
        </message>
        <message>
            <source>Import a pack…</source>
            <translation>导入规则包…</translation>
        </message>
        <message>
            <source>Import a policy pack</source>
            <translation>导入规则包</translation>
        </message>
        <message>
            <source>Initials of %1</source>
            <translation>%1 的缩写</translation>
        </message>
        <message>
            <source>Initials, as on the disc</source>
            <translation>缩写，显示在头像上</translation>
        </message>
        <message>
            <source>It builds on a file that is not here (%1).</source>
            <translation>依赖一个这里没有的文件（%1）。</translation>
        </message>
        <message>
            <source>It changes nothing.</source>
            <translation>没有任何改变。</translation>
        </message>
        <message>
            <source>It does not say clearly which date decides whether it counts (%1).</source>
            <translation>没有写清按哪个日期适用（%1）。</translation>
        </message>
        <message>
            <source>It does not say when to look at it again (%1).</source>
            <translation>没有写复核日期（%1）。</translation>
        </message>
        <message>
            <source>It has a name that is not allowed (%1).</source>
            <translation>含有不允许的名字（%1）。</translation>
        </message>
        <message>
            <source>It holds a number that cannot be (%1).</source>
            <translation>含有不可能的数字（%1）。</translation>
        </message>
        <message>
            <source>It holds hidden characters that make a text read otherwise (%1).</source>
            <translation>含有隐藏字符，会让文字看起来不一样（%1）。</translation>
        </message>
        <message>
            <source>It holds something that is not allowed (%1, %2).</source>
            <translation>含有不允许的内容（%1，%2）。</translation>
        </message>
        <message>
            <source>It is not in force today.</source>
            <translation>今天不在有效期内。</translation>
        </message>
        <message>
            <source>It is older than the one in force.</source>
            <translation>比现行的版本旧。</translation>
        </message>
        <message>
            <source>It is too large or too deeply nested (%1).</source>
            <translation>太大或嵌套太深（%1）。</translation>
        </message>
        <message>
            <source>It is written for another version of the program.</source>
            <translation>是为另一版本的程序写的。</translation>
        </message>
        <message>
            <source>It keeps no examples to test itself with.</source>
            <translation>没有自带验证例。</translation>
        </message>
        <message>
            <source>It names a time zone that does not exist (%1).</source>
            <translation>写了不存在的时区（%1）。</translation>
        </message>
        <message>
            <source>It needs a calendar that is not here (%1).</source>
            <translation>需要一个这里没有的日历（%1）。</translation>
        </message>
        <message>
            <source>It pretends to be of another kind than the pack of that name (%1).</source>
            <translation>与同名规则包的类别不同（应为%1）。</translation>
        </message>
        <message>
            <source>It refers to something it does not have (%1).</source>
            <translation>引用了不存在的内容（%1）。</translation>
        </message>
        <message>
            <source>It takes the place of the pack the program brought.</source>
            <translation>将代替程序自带的规则包。</translation>
        </message>
        <message>
            <source>It takes the place of the pack you brought in before.</source>
            <translation>将代替之前导入的规则包。</translation>
        </message>
        <message>
            <source>It uses a word the program does not know (%1).</source>
            <translation>用了程序不认识的词（%1）。</translation>
        </message>
        <message>
            <source>It uses the name of another pack (%1).</source>
            <translation>占用了别的规则包的名字（%1）。</translation>
        </message>
        <message>
            <source>Italy</source>
            <translation>意大利</translation>
        </message>
        <message>
            <source>Its dates cannot be (%1).</source>
            <translation>日期不成立（%1）。</translation>
        </message>
        <message>
            <source>Its day of review is over.</source>
            <translation>已过复核日期。</translation>
        </message>
        <message>
            <source>Its own example does not come out as it says (%1).</source>
            <translation>自带的验证例得不出所写的结果（%1）。</translation>
        </message>
        <message>
            <source>Its questions go in a circle (%1).</source>
            <translation>提问绕成了圈（%1）。</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>日本</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Korea</source>
            <translation>韩国</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Language and appearance</source>
            <translation>语言与外观</translation>
        </message>
        <message>
            <source>Last checked</source>
            <translation>上次校验</translation>
        </message>
        <message>
            <source>Left out: %1</source>
            <translation>没有勾选：%1</translation>
        </message>
        <message>
            <source>Letterhead</source>
            <translation>抬头</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Looked at %1 of %2 open cases; this pack counts for %3.</source>
            <translation>试算了 %2 张中的 %1 张，其中 %3 张用到这个规则包。</translation>
        </message>
        <message>
            <source>Looked in numbers, rules, clocks, amounts and sources of every pack.</source>
            <translation>已搜索每个规则包的数字、规则、时限、金额和来源。</translation>
        </message>
        <message>
            <source>Looking at case %1 of %2</source>
            <translation>正在试算第 %1 张，共 %2 张</translation>
        </message>
        <message>
            <source>Looking at the open cases</source>
            <translation>正在试算未完结的售后单</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>Minutes; 5 unless set. Counts for cases opened from now on.</source>
            <translation>分钟，不填按 5 分钟；从现在起新开的售后单按它计时。</translation>
        </message>
        <message>
            <source>Monthly check</source>
            <translation>月度轮检</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name of %1</source>
            <translation>%1 的名字</translation>
        </message>
        <message>
            <source>Name of somebody new</source>
            <translation>新人员的名字</translation>
        </message>
        <message>
            <source>Needed: it stays in the history with day and name.</source>
            <translation>必填：连同日期和姓名留在历史里。</translation>
        </message>
        <message>
            <source>Netherlands</source>
            <translation>荷兰</translation>
        </message>
        <message>
            <source>New (%1): %2</source>
            <translation>新增 %1 条：%2</translation>
        </message>
        <message>
            <source>New: no pack of this name is here yet.</source>
            <translation>新规则包：这里还没有这个名字的。</translation>
        </message>
        <message>
            <source>No longer works here</source>
            <translation>不再在这里工作</translation>
        </message>
        <message>
            <source>No number is meant by this search.</source>
            <translation>没有符合搜索的数字。</translation>
        </message>
        <message>
            <source>No number of this pack was ever changed.</source>
            <translation>这个规则包的数字没有改过。</translation>
        </message>
        <message>
            <source>No source is meant by this search.</source>
            <translation>没有符合搜索的来源。</translation>
        </message>
        <message>
            <source>Nobody's parcels</source>
            <translation>无主件提醒</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Nothing found for “%1”.</source>
            <translation>没有找到“%1”。</translation>
        </message>
        <message>
            <source>Nothing is changed yet; running clocks stay until a case is decided or counted anew.</source>
            <translation>现在什么都没有改；正在走的时限不变，重新定方案或重算后才会变。</translation>
        </message>
        <message>
            <source>Nothing reliable is known: fill it in and verify it.</source>
            <translation>没有可靠来源：请核实后填写。</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>什么都没有改动。</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Numbers of the pack</source>
            <translation>规则包里的数字</translation>
        </message>
        <message>
            <source>Numbers the other shop has set</source>
            <translation>对方店铺自定的数字</translation>
        </message>
        <message>
            <source>Offer a resolution within</source>
            <translation>给出处理方案时限</translation>
        </message>
        <message>
            <source>One name means two things (%1).</source>
            <translation>一个名字指两样东西（%1）。</translation>
        </message>
        <message>
            <source>Open cases that would differ</source>
            <translation>会受影响的未完结售后单</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Open the page again.</source>
            <translation>请重新打开页面。</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>规则包</translation>
        </message>
        <message>
            <source>Packs</source>
            <translation>规则包</translation>
        </message>
        <message>
            <source>Packs of other platforms and countries</source>
            <translation>其他平台和国家的规则包</translation>
        </message>
        <message>
            <source>Parts of the pack</source>
            <translation>规则包的内容</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>Points (%1)</source>
            <translation>扣分（%1）</translation>
        </message>
        <message>
            <source>Policy packs</source>
            <translation>规则包</translation>
        </message>
        <message>
            <source>Policy packs (*.json)</source>
            <translation>规则包（*.json）</translation>
        </message>
        <message>
            <source>Policy packs in force</source>
            <translation>现行规则包</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序版本</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>提问</translation>
        </message>
        <message>
            <source>Read and change rules</source>
            <translation>阅读和修改规则</translation>
        </message>
        <message>
            <source>Refund (%1)</source>
            <translation>退款（%1）</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记表</translation>
        </message>
        <message>
            <source>Remedies in order</source>
            <translation>处理方式（按顺序）</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>处理方式</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>移除它</translation>
        </message>
        <message>
            <source>Return address</source>
            <translation>退货地址</translation>
        </message>
        <message>
            <source>Returns often</source>
            <translation>频繁退货</translation>
        </message>
        <message>
            <source>Review by</source>
            <translation>复核期限</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>职责</translation>
        </message>
        <message>
            <source>Role of %1</source>
            <translation>%1 的职责</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Same version number, but other rules.</source>
            <translation>版本号相同，但规则不同。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Search in all rules</source>
            <translation>搜索全部规则</translation>
        </message>
        <message>
            <source>See what would change</source>
            <translation>看看会影响什么</translation>
        </message>
        <message>
            <source>Set by the law or platform; it cannot be changed here.</source>
            <translation>由法律或平台规定，这里不能改。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shop of the contract</source>
            <translation>约定所属店铺</translation>
        </message>
        <message>
            <source>Shops</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Show all packs</source>
            <translation>显示全部规则包</translation>
        </message>
        <message>
            <source>Singapore</source>
            <translation>新加坡</translation>
        </message>
        <message>
            <source>So many returns of a buyer</source>
            <translation>买家退货次数</translation>
        </message>
        <message>
            <source>Somebody of that name works here already.</source>
            <translation>已经有同名的人。</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Spain</source>
            <translation>西班牙</translation>
        </message>
        <message>
            <source>Stands at the top of packets and claim sheets.</source>
            <translation>印在举证材料和理赔单的页首。</translation>
        </message>
        <message>
            <source>Stands before the shop's name and its cases.</source>
            <translation>显示在店名和它的售后单前面。</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>执行步骤</translation>
        </message>
        <message>
            <source>Tab next field · ↵ save · Ctrl+Z undo</source>
            <translation>Tab 下一项 · ↵ 保存 · Ctrl+Z 撤销</translation>
        </message>
        <message>
            <source>Taiwan</source>
            <translation>中国台湾</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>The file is nested too deeply.</source>
            <translation>文件嵌套太深。</translation>
        </message>
        <message>
            <source>The file is not JSON: line %1 cannot be read.</source>
            <translation>文件不是 JSON：第 %1 行读不懂。</translation>
        </message>
        <message>
            <source>The file is not text in UTF-8.</source>
            <translation>文件不是 UTF-8 文本。</translation>
        </message>
        <message>
            <source>The file is too large for a policy pack.</source>
            <translation>文件太大，不像规则包。</translation>
        </message>
        <message>
            <source>The file says “%1” twice.</source>
            <translation>文件里“%1”写了两次。</translation>
        </message>
        <message>
            <source>The law counts whether the program knows it or not. Leave it out only if it does not bind this shop.</source>
            <translation>不勾选，法律也照样有效。只有确实管不到这家店，才不用它。</translation>
        </message>
        <message>
            <source>The number must lie between %1 and %2.</source>
            <translation>这个数要在 %1 到 %2 之间。</translation>
        </message>
        <message>
            <source>The numbers beside the pack cannot be read.</source>
            <translation>规则包旁边的数字读不懂。</translation>
        </message>
        <message>
            <source>The older ones were left out.</source>
            <translation>更早的没有试算。</translation>
        </message>
        <message>
            <source>The pack is written for another version of the program.</source>
            <translation>这个规则包是为另一版本的程序写的。</translation>
        </message>
        <message>
            <source>The pack was refused: %1 at %2.</source>
            <translation>规则包被拒绝：%1，位置 %2。</translation>
        </message>
        <message>
            <source>The rule</source>
            <translation>规则内容</translation>
        </message>
        <message>
            <source>The same rules are here already; only numbers would be taken over.</source>
            <translation>规则与现有的相同，只会带来数字。</translation>
        </message>
        <message>
            <source>The share a carrier or supplier pays back.</source>
            <translation>向快递或供应商索赔，能追回的比例。</translation>
        </message>
        <message>
            <source>The share of disputes decided for the buyer.</source>
            <translation>平台介入后判给买家的比例。</translation>
        </message>
        <message>
            <source>The shop's own numbers</source>
            <translation>店铺自己的数</translation>
        </message>
        <message>
            <source>There is none here.</source>
            <translation>这里没有内容。</translation>
        </message>
        <message>
            <source>This colour is not one of those for shops.</source>
            <translation>店铺没有这种颜色。</translation>
        </message>
        <message>
            <source>This file cannot be taken in. Nothing was changed.</source>
            <translation>这个文件不能导入，什么都没有改动。</translation>
        </message>
        <message>
            <source>This is no policy pack.</source>
            <translation>这不是规则包。</translation>
        </message>
        <message>
            <source>This is not a number.</source>
            <translation>这不是一个数。</translation>
        </message>
        <message>
            <source>This must be a whole number.</source>
            <translation>要填整数。</translation>
        </message>
        <message>
            <source>This number is set by the law or platform; it cannot be changed here.</source>
            <translation>这个数字由法律或平台规定，这里不能改。</translation>
        </message>
        <message>
            <source>This pack has no such number any more.</source>
            <translation>这个规则包里没有这个数字了。</translation>
        </message>
        <message>
            <source>This pack is past its review date: check it against the source.</source>
            <translation>这个规则包已过复核日期：请对照来源核对。</translation>
        </message>
        <message>
            <source>This pack was not brought in by the shop.</source>
            <translation>这个规则包不是店铺导入的。</translation>
        </message>
        <message>
            <source>This person is working now.</source>
            <translation>这个人正在使用。</translation>
        </message>
        <message>
            <source>This time zone is not known.</source>
            <translation>不认识这个时区。</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>Times and days of its cases; with all shops shown, lists and boards keep the time of the first.</source>
            <translation>它的售后单按这个时区显示；显示全部店铺时，列表和今日按第一家店的时区。</translation>
        </message>
        <message>
            <source>To be verified by the shop before relying on it: %1</source>
            <translation>使用前请店铺自行核实：%1</translation>
        </message>
        <message>
            <source>Towards the buyer</source>
            <translation>对买家</translation>
        </message>
        <message>
            <source>True cost (%1)</source>
            <translation>真实成本（%1）</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>英国</translation>
        </message>
        <message>
            <source>United States</source>
            <translation>美国</translation>
        </message>
        <message>
            <source>Use another folder…</source>
            <translation>换一个文件夹…</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>What goods cost you, as a share of their price.</source>
            <translation>进货成本占售价的比例。</translation>
        </message>
        <message>
            <source>What is there keeps its currency: %1 orders and %2 cases. New ones will be in %3.</source>
            <translation>已有的 %1 个订单和 %2 张售后单保留原来的币种，新的用 %3。</translation>
        </message>
        <message>
            <source>What it would change</source>
            <translation>将会改变什么</translation>
        </message>
        <message>
            <source>What one parcel costs to send, in the shop's currency.</source>
            <translation>寄一个包裹要花多少，按店铺币种。</translation>
        </message>
        <message>
            <source>What the night left is cleared by then; items left already keep their hour.</source>
            <translation>夜班留下的事项要在此之前清完；已经留下的仍按原来的时间。</translation>
        </message>
        <message>
            <source>Write it as 0.37 or 37%.</source>
            <translation>请写成 0.37 或 37%。</translation>
        </message>
        <message>
            <source>Write the name first.</source>
            <translation>请先写上名字。</translation>
        </message>
        <message>
            <source>Write the shop's name first.</source>
            <translation>请先写上店铺名称。</translation>
        </message>
        <message>
            <source>Write why: where the number stands, or why the shop wants it.</source>
            <translation>请写明理由：数字的出处，或店铺为什么这样定。</translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>已写入 %1</translation>
        </message>
        <message>
            <source>You are reminded of a parcel without an owner on these days; empty for never.</source>
            <translation>到件后的第几天提醒找无主件的主人；不填则不提醒。</translation>
        </message>
        <message>
            <source>Your estimates, used only for the true cost of a remedy. Leave empty what you do not know.</source>
            <translation>都是店铺自己的估计，只用来算处理方式的真实成本；不知道的就留空。</translation>
        </message>
        <message>
            <source>Your numbers that would no longer count</source>
            <translation>不再起作用的自定数字</translation>
        </message>
        <message>
            <source>Your value</source>
            <translation>自定值</translation>
        </message>
        <message>
            <source>Yours: %1 instead of %2, since %3 %4: %5</source>
            <translation>自定：%1，规则包为 %2；%3 %4：%5</translation>
        </message>
        <message>
            <source>adds to other rules</source>
            <translation>补充其他规则</translation>
        </message>
        <message>
            <source>as 0.3 or 30%</source>
            <translation>写 0.3 或 30%</translation>
        </message>
        <message>
            <source>back to the pack's number</source>
            <translation>恢复规则包的数字</translation>
        </message>
        <message>
            <source>begins while the program runs</source>
            <translation>程序运行时自动开始</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <source>brick</source>
            <translation>砖红</translation>
        </message>
        <message>
            <source>by shop and date</source>
            <translation>按店铺和日期适用</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>days after a claim was handed in</source>
            <translation>天（理赔提交之后）</translation>
        </message>
        <message>
            <source>days after arrival</source>
            <translation>天（到件之后）</translation>
        </message>
        <message>
            <source>e.g. %1</source>
            <translation>例如 %1</translation>
        </message>
        <message>
            <source>each morning</source>
            <translation>前，每天早班</translation>
        </message>
        <message>
            <source>each storefront on its platform</source>
            <translation>一个平台上的一家店算一个</translation>
        </message>
        <message>
            <source>every carrier</source>
            <translation>所有快递</translation>
        </message>
        <message>
            <source>every change is saved at once</source>
            <translation>改动即时保存</translation>
        </message>
        <message>
            <source>every country</source>
            <translation>全部国家</translation>
        </message>
        <message>
            <source>every platform</source>
            <translation>全部平台</translation>
        </message>
        <message>
            <source>every rule with its source; numbers are changed with a note</source>
            <translation>每条规则都有来源；改数字要写说明</translation>
        </message>
        <message>
            <source>first round under way</source>
            <translation>首轮进行中</translation>
        </message>
        <message>
            <source>general knowledge</source>
            <translation>一般常识</translation>
        </message>
        <message>
            <source>in force from %1</source>
            <translation>%1 起生效</translation>
        </message>
        <message>
            <source>indigo</source>
            <translation>靛</translation>
        </message>
        <message>
            <source>jade</source>
            <translation>青绿</translation>
        </message>
        <message>
            <source>last full round finished %1</source>
            <translation>上一轮完成于 %1</translation>
        </message>
        <message>
            <source>law</source>
            <translation>法律</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>not in force</source>
            <translation>未生效</translation>
        </message>
        <message>
            <source>olive</source>
            <translation>橄榄</translation>
        </message>
        <message>
            <source>on this computer only</source>
            <translation>只存在这台电脑上</translation>
        </message>
        <message>
            <source>past review</source>
            <translation>已过复核</translation>
        </message>
        <message>
            <source>payment</source>
            <translation>支付</translation>
        </message>
        <message>
            <source>platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>plum</source>
            <translation>紫</translation>
        </message>
        <message>
            <source>read in the rule itself</source>
            <translation>已读规则原文</translation>
        </message>
        <message>
            <source>returns within</source>
            <translation>次及以上，看最近</translation>
        </message>
        <message>
            <source>review by %1</source>
            <translation>复核期限 %1</translation>
        </message>
        <message>
            <source>rose</source>
            <translation>玫红</translation>
        </message>
        <message>
            <source>second hand</source>
            <translation>二手资料</translation>
        </message>
        <message>
            <source>shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>slate</source>
            <translation>灰蓝</translation>
        </message>
        <message>
            <source>the shop's own rule</source>
            <translation>店铺规定</translation>
        </message>
        <message>
            <source>their name stands on what they do</source>
            <translation>做的事都记上名字</translation>
        </message>
        <message>
            <source>to %1</source>
            <translation>至 %1</translation>
        </message>
        <message>
            <source>uncertain: verify first</source>
            <translation>不确定，先核实</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>版本 %1</translation>
        </message>
        <message>
            <source>version of %1</source>
            <translation>%1 版</translation>
        </message>
        <message>
            <source>where this stands, or why the shop wants it</source>
            <translation>出处，或店铺为什么这样定</translation>
        </message>
        <message>
            <source>working now</source>
            <translation>正在使用</translation>
        </message>
        <message>
            <source>your own</source>
            <translation>自带</translation>
        </message>
    </context>
</TS>
