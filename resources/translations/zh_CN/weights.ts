<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>weights</name>
        <message>
            <source>%1 (rounded up: from %2)</source>
            <translation>%1（有进位，最少 %2）</translation>
        </message>
        <message>
            <source>%1 weighs %2, less than the whole parcel may be off (± %3).</source>
            <translation>%1 重 %2，不超过整个包裹的误差（± %3）。</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) imported.</source>
            <translation>
                <numerusform>已导入 %n 项。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) written to %1.</source>
            <translation>
                <numerusform>已把 %n 项写入 %1。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s)</source>
            <translation>
                <numerusform>%n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) + packing</source>
            <translation>
                <numerusform>推算：%n 件 + 包装</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) may be missing</source>
            <translation>
                <numerusform>可能少 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>A complete parcel and one without %1 can weigh the same.</source>
            <translation>齐全和少 %1 时，可能的重量有重叠。</translation>
        </message>
        <message>
            <source>Accuracy of the scale</source>
            <translation>秤的误差</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>An item is known by its SKU.</source>
            <translation>商品要有商家编码才能认出。</translation>
        </message>
        <message>
            <source>Box, padding and tape, without the items</source>
            <translation>箱子、填充和胶带，不含商品</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Change the weights</source>
            <translation>修改重量</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>请另选一张。</translation>
        </message>
        <message>
            <source>Complete parcel</source>
            <translation>齐全应为</translation>
        </message>
        <message>
            <source>Correct the number.</source>
            <translation>请改正件数。</translation>
        </message>
        <message>
            <source>Enter the weight on the waybill or a scale reading.</source>
            <translation>请录入面单重量或秤上读数。</translation>
        </message>
        <message>
            <source>Enter the weights</source>
            <translation>录入重量</translation>
        </message>
        <message>
            <source>Enter what each item weighs.</source>
            <translation>请录入每件商品的重量。</translation>
        </message>
        <message>
            <source>Enter what the packing weighs.</source>
            <translation>请录入包装的重量。</translation>
        </message>
        <message>
            <source>Enter…</source>
            <translation>录入…</translation>
        </message>
        <message>
            <source>Export item weights</source>
            <translation>导出商品重量</translation>
        </message>
        <message>
            <source>Export the list once and fill that file in.</source>
            <translation>请先导出一次，在导出的文件里填写。</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>For this case only</source>
            <translation>只用于本单</translation>
        </message>
        <message>
            <source>How many of %1 are said to be missing</source>
            <translation>买家称 %1 少几件</translation>
        </message>
        <message>
            <source>How the carrier rounds</source>
            <translation>快递怎么进位</translation>
        </message>
        <message>
            <source>Import item weights</source>
            <translation>导入商品重量</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>It weighs even less than a parcel without %1.</source>
            <translation>比少 %1 时还轻。</translation>
        </message>
        <message>
            <source>It weighs less than a complete parcel and more than one without %1.</source>
            <translation>比齐全时轻，又比少 %1 时重。</translation>
        </message>
        <message>
            <source>It weighs more than a complete parcel: check items and packing.</source>
            <translation>比齐全时还重，请核对商品和包装的重量。</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Item weights</source>
            <translation>商品重量</translation>
        </message>
        <message>
            <source>Keep the weights of the items for later cases</source>
            <translation>商品重量存下来，以后自动带出</translation>
        </message>
        <message>
            <source>Leave out what was not in it.</source>
            <translation>请去掉不在里面的。</translation>
        </message>
        <message>
            <source>More pieces of %1 are missing than were sent.</source>
            <translation>%1 少的件数多于发出的件数。</translation>
        </message>
        <message>
            <source>Nothing is kept yet. Weights entered in a case are kept here.</source>
            <translation>还没有记录。在售后单里录入的商品重量会存到这里。</translation>
        </message>
        <message>
            <source>Nothing says what should be in the parcel.</source>
            <translation>不知道包裹里应有什么。</translation>
        </message>
        <message>
            <source>Nothing was imported. Correct the row and import again.</source>
            <translation>没有导入任何内容。请改正这一行再导入。</translation>
        </message>
        <message>
            <source>Nothing was weighed in this case.</source>
            <translation>本单没有录入重量。</translation>
        </message>
        <message>
            <source>One weighs</source>
            <translation>单件重</translation>
        </message>
        <message>
            <source>Packing</source>
            <translation>包装</translation>
        </message>
        <message>
            <source>Photo of the scale</source>
            <translation>秤照</translation>
        </message>
        <message>
            <source>Read on the scale</source>
            <translation>秤上读数</translation>
        </message>
        <message>
            <source>Read on the waybill</source>
            <translation>面单读数</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Row %1 cannot be read: %2</source>
            <translation>第 %1 行读不了：%2</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>商家编码</translation>
        </message>
        <message>
            <source>Said to be missing</source>
            <translation>买家称少几件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Say which pieces are said to be missing.</source>
            <translation>请填写买家称少了哪几件。</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>秤照读数</translation>
        </message>
        <message>
            <source>Scale (%1)</source>
            <translation>秤照读数（%1）</translation>
        </message>
        <message>
            <source>Scale reading</source>
            <translation>秤上读数</translation>
        </message>
        <message>
            <source>Split it and import the parts.</source>
            <translation>请分成几个文件导入。</translation>
        </message>
        <message>
            <source>Take the weights of this case out; can be undone</source>
            <translation>撤下本单的重量，可以撤销</translation>
        </message>
        <message>
            <source>The file has more than %1 items.</source>
            <translation>文件里超过 %1 项商品。</translation>
        </message>
        <message>
            <source>The file has no columns for SKU and weight.</source>
            <translation>文件里没有 SKU 和重量两列。</translation>
        </message>
        <message>
            <source>The order of this case has no items.</source>
            <translation>本单的订单没有商品。</translation>
        </message>
        <message>
            <source>The photo of the scale is no longer in this case.</source>
            <translation>秤照已不在本单里。</translation>
        </message>
        <message>
            <source>The weight is too coarse: it fits with and without %1.</source>
            <translation>读数太粗：齐全和少 %1 都说得通。</translation>
        </message>
        <message>
            <source>These are too many items for one parcel.</source>
            <translation>一个包裹里的商品太多了。</translation>
        </message>
        <message>
            <source>This is no weight the program can take.</source>
            <translation>这个重量无法记录。</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>误差</translation>
        </message>
        <message>
            <source>Tolerance of one %1</source>
            <translation>%1 单件误差</translation>
        </message>
        <message>
            <source>Tolerance of the packing</source>
            <translation>包装误差</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>面单重量</translation>
        </message>
        <message>
            <source>Waybill and scale can show whether a piece is missing.</source>
            <translation>面单重量和秤照能说明有没有少件。</translation>
        </message>
        <message>
            <source>Waybill and scale differ by more than they may be off.</source>
            <translation>面单和秤照的差距超过各自的误差。</translation>
        </message>
        <message>
            <source>Weight evidence</source>
            <translation>重量佐证</translation>
        </message>
        <message>
            <source>Weight of an item</source>
            <translation>商品重量</translation>
        </message>
        <message>
            <source>Weight of one %1</source>
            <translation>%1 单件重量</translation>
        </message>
        <message>
            <source>Weight of the packing</source>
            <translation>包装重量</translation>
        </message>
        <message>
            <source>Weight on the waybill</source>
            <translation>面单上的重量</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重量佐证</translation>
        </message>
        <message>
            <source>Weights of the items</source>
            <translation>商品重量</translation>
        </message>
        <message>
            <source>What should be in the parcel</source>
            <translation>包裹里应有</translation>
        </message>
        <message>
            <source>Without %1 it would be %2, and that is what it weighs.</source>
            <translation>少 %1应为 %2，与读数相符</translation>
        </message>
        <message>
            <source>Without %1 it would be %2: nothing is missing.</source>
            <translation>少 %1应为 %2，可排除少发</translation>
        </message>
        <message>
            <source>Without %1: %2</source>
            <translation>少 %1 时应为 %2</translation>
        </message>
        <message>
            <source>Without what is said to be missing</source>
            <translation>少件时应为</translation>
        </message>
        <message>
            <source>Write 2.31 kg, 860 g or 1斤2两.</source>
            <translation>请写成 2.31 kg、860 g 或 1斤2两。</translation>
        </message>
        <message>
            <source>Write 2.31 kg, 860 g or 1斤2两; %1 at most.</source>
            <translation>请写成 2.31 kg、860 g 或 1斤2两，最多 %1。</translation>
        </message>
        <message>
            <source>cannot say</source>
            <translation>无法判断</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>不进位</translation>
        </message>
        <message numerus="yes">
            <source>fits all %n piece(s)</source>
            <translation>
                <numerusform>与 %n 件相符</numerusform>
            </translation>
        </message>
        <message>
            <source>for weight evidence</source>
            <translation>用于重量佐证</translation>
        </message>
        <message>
            <source>less %1</source>
            <translation>减去 %1</translation>
        </message>
        <message>
            <source>no photo of it</source>
            <translation>没有照片</translation>
        </message>
        <message>
            <source>rounded up to %1</source>
            <translation>进位到 %1</translation>
        </message>
        <message>
            <source>“%1” is no weight. Write 2.31 kg, 860 g or 1斤2两.</source>
            <translation>“%1”不是重量。请写成 2.31 kg、860 g 或 1斤2两。</translation>
        </message>
    </context>
</TS>
