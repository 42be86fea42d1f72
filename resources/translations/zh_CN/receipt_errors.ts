<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>receipt_errors</name>
        <message>
            <source>%1 is the number it came back with.</source>
            <translation>%1 是它退回来时的单号。</translation>
        </message>
        <message>
            <source>%1 was taken in already.</source>
            <translation>%1 已经收过。</translation>
        </message>
        <message>
            <source>An empty parcel or a wrong item does not go back on the shelf.</source>
            <translation>空包或不是原货的，不能入库。</translation>
        </message>
        <message>
            <source>Choose a later one.</source>
            <translation>请选晚一点的时间。</translation>
        </message>
        <message>
            <source>Choose another condition, or take “restock” away.</source>
            <translation>请改成色，或取消“可入库”。</translation>
        </message>
        <message>
            <source>Choose that one, or look at the label again.</source>
            <translation>请选那一张，或再核对一下面单。</translation>
        </message>
        <message>
            <source>Choose the one the parcel belongs to.</source>
            <translation>请选这件属于哪一张。</translation>
        </message>
        <message>
            <source>Enter a whole number from 0 to 100,000.</source>
            <translation>请填 0 到 100,000 的整数。</translation>
        </message>
        <message>
            <source>Enter at most 10 whole numbers from 1 to 365.</source>
            <translation>请填最多 10 个 1 到 365 的整数。</translation>
        </message>
        <message>
            <source>Enter that of the new label.</source>
            <translation>请填新面单的单号。</translation>
        </message>
        <message>
            <source>Enter what it costs more, or leave it empty.</source>
            <translation>请填多出的运费，或留空。</translation>
        </message>
        <message>
            <source>Enter whole grams, at most 10 tonnes.</source>
            <translation>请填整克数，最多 10 吨。</translation>
        </message>
        <message>
            <source>Find its case first, in the box of parcels without an owner.</source>
            <translation>请先在无主件里找到它的售后单。</translation>
        </message>
        <message>
            <source>It has 4 to 40 letters and digits. Scan the label again, or type it.</source>
            <translation>运单号是 4 到 40 位字母和数字。请重新扫面单，或手动输入。</translation>
        </message>
        <message>
            <source>It lies in the box, or has its case.</source>
            <translation>它还在无主件里，或已有售后单。</translation>
        </message>
        <message>
            <source>It was sent again already: %1.</source>
            <translation>已经改发过：%1。</translation>
        </message>
        <message>
            <source>Its owner is no longer looked for.</source>
            <translation>这个无主件已作处理，不再找主人。</translation>
        </message>
        <message>
            <source>Look at the label again, or find that parcel.</source>
            <translation>请再核对面单，或找出那一件。</translation>
        </message>
        <message>
            <source>Nobody knows yet whose parcel this is.</source>
            <translation>还不知道这件是谁的。</translation>
        </message>
        <message>
            <source>Note first why the carrier brought it back.</source>
            <translation>请先记下快递退回的原因。</translation>
        </message>
        <message>
            <source>Only letters, digits and dashes. Scan the label again, or type it.</source>
            <translation>运单号只有字母、数字和横线。请重新扫面单，或手动输入。</translation>
        </message>
        <message>
            <source>Put it back into the box first.</source>
            <translation>要继续，请先放回待找。</translation>
        </message>
        <message>
            <source>Scan one parcel after the other.</source>
            <translation>请一件一件扫。</translation>
        </message>
        <message>
            <source>Scan the label again, or type its number.</source>
            <translation>请重新扫面单，或输入单号。</translation>
        </message>
        <message>
            <source>Somebody took it back. Press F5 to see what is there.</source>
            <translation>可能有人撤回了。按 F5 刷新看看。</translation>
        </message>
        <message>
            <source>Take it out on the page Evidence.</source>
            <translation>请到“凭证”页移除。</translation>
        </message>
        <message>
            <source>That is no amount.</source>
            <translation>金额不对。</translation>
        </message>
        <message>
            <source>That is no number of pieces.</source>
            <translation>件数不对。</translation>
        </message>
        <message>
            <source>That is no tracking number.</source>
            <translation>这不是运单号。</translation>
        </message>
        <message>
            <source>That is no weight.</source>
            <translation>重量不对。</translation>
        </message>
        <message>
            <source>There is no number.</source>
            <translation>没有单号。</translation>
        </message>
        <message>
            <source>These days cannot be kept.</source>
            <translation>这些天数不能保存。</translation>
        </message>
        <message>
            <source>This moment is over.</source>
            <translation>这个时间已经过了。</translation>
        </message>
        <message>
            <source>This number stands with another case: %1.</source>
            <translation>这个单号对应的是另一张售后单：%1。</translation>
        </message>
        <message>
            <source>This number stands with several cases: %1.</source>
            <translation>这个单号对应多张售后单：%1。</translation>
        </message>
        <message>
            <source>This parcel belongs to %1 already.</source>
            <translation>这件已归入 %1。</translation>
        </message>
        <message>
            <source>This parcel did not come back undelivered.</source>
            <translation>这件不是派送不成退回的。</translation>
        </message>
        <message>
            <source>This parcel is not there any more.</source>
            <translation>这个退件已经不在了。</translation>
        </message>
        <message>
            <source>This parcel was not let go.</source>
            <translation>这个退件没有作过处理。</translation>
        </message>
        <message>
            <source>This photo is evidence of a case.</source>
            <translation>这张照片已是售后单的凭证。</translation>
        </message>
        <message>
            <source>Two different numbers were scanned at once.</source>
            <translation>一次扫进了两个不同的单号。</translation>
        </message>
        <message>
            <source>Undo that if it is wrong.</source>
            <translation>有误就撤销。</translation>
        </message>
        <message>
            <source>Undo the match if that is wrong.</source>
            <translation>归错了就撤销。</translation>
        </message>
    </context>
</TS>
