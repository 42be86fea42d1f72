<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>settings</name>
        <message>
            <source>, </source>
            <translation>，</translation>
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
            <source>Appearance</source>
            <translation>外观</translation>
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
            <source>Canada</source>
            <translation>加拿大</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
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
            <source>Choose another one at the top right first.</source>
            <translation>请先在右上角换一个人。</translation>
        </message>
        <message>
            <source>Choose another person at the top right first</source>
            <translation>先在右上角换一个人</translation>
        </message>
        <message>
            <source>Chooses the law that applies.</source>
            <translation>决定适用哪里的法律。</translation>
        </message>
        <message>
            <source>Claims that succeed</source>
            <translation>索赔成功率</translation>
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
            <source>Disputes that are lost</source>
            <translation>介入败诉率</translation>
        </message>
        <message>
            <source>First reply within</source>
            <translation>首次响应时限</translation>
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
            <source>Germany</source>
            <translation>德国</translation>
        </message>
        <message>
            <source>Goes into replies that ask for goods to be sent back.</source>
            <translation>请买家寄回时写进回复里。</translation>
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
            <source>In force since</source>
            <translation>生效日</translation>
        </message>
        <message>
            <source>Italy</source>
            <translation>意大利</translation>
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
            <source>Letterhead</source>
            <translation>抬头</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Minutes; 5 unless set. Counts for cases opened from now on.</source>
            <translation>分钟，不填按 5 分钟；从现在起新开的售后单按它计时。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name of somebody new</source>
            <translation>新人员的名字</translation>
        </message>
        <message>
            <source>Netherlands</source>
            <translation>荷兰</translation>
        </message>
        <message>
            <source>No longer works here</source>
            <translation>不再在这里工作</translation>
        </message>
        <message>
            <source>Offer a resolution within</source>
            <translation>给出处理方案时限</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>规则包</translation>
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
            <source>Policy packs in force</source>
            <translation>现行规则包</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序版本</translation>
        </message>
        <message>
            <source>Return address</source>
            <translation>退货地址</translation>
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
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shops</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Singapore</source>
            <translation>新加坡</translation>
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
            <source>Tab next field · ↵ save · Ctrl+Z undo</source>
            <translation>Tab 下一项 · ↵ 保存 · Ctrl+Z 撤销</translation>
        </message>
        <message>
            <source>Taiwan</source>
            <translation>中国台湾</translation>
        </message>
        <message>
            <source>The number must lie between %1 and %2.</source>
            <translation>这个数要在 %1 到 %2 之间。</translation>
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
            <source>This is not a number.</source>
            <translation>这不是一个数。</translation>
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
            <source>Times and days of the first shop are those of the whole window.</source>
            <translation>整个窗口的时间和日期都按第一家店的时区。</translation>
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
            <source>What goods cost you, as a share of their price.</source>
            <translation>进货成本占售价的比例。</translation>
        </message>
        <message>
            <source>What one parcel costs to send, in the shop's currency.</source>
            <translation>寄一个包裹要花多少，按店铺币种。</translation>
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
            <source>Your estimates, used only for the true cost of a remedy. Leave empty what you do not know.</source>
            <translation>都是店铺自己的估计，只用来算处理方式的真实成本；不知道的就留空。</translation>
        </message>
        <message>
            <source>e.g. %1</source>
            <translation>例如 %1</translation>
        </message>
        <message>
            <source>each storefront on its platform</source>
            <translation>一个平台上的一家店算一个</translation>
        </message>
        <message>
            <source>every change is saved at once</source>
            <translation>改动即时保存</translation>
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
            <source>on this computer only</source>
            <translation>只存在这台电脑上</translation>
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
            <source>shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>their name stands on what they do</source>
            <translation>做的事都记上名字</translation>
        </message>
        <message>
            <source>which apply to a case depends on its shop and date</source>
            <translation>用哪几个由售后单的店铺和日期决定</translation>
        </message>
        <message>
            <source>working now</source>
            <translation>正在使用</translation>
        </message>
    </context>
</TS>
