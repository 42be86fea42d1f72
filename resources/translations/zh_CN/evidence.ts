<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>evidence</name>
        <message>
            <source>%1 found</source>
            <translation>找到 %1 项</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2 项</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>%1 together</source>
            <translation>合计 %1</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %n page</source>
            <translation>
                <numerusform>%1 %n 页</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already there, left where they are</source>
            <translation>
                <numerusform>%n 项目标单里已有，留在原处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n copied as files, to be pasted elsewhere</source>
            <translation>
                <numerusform>已复制 %n 个文件，可到别处粘贴</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n copied to %1</source>
            <translation>
                <numerusform>已复制 %n 项到 %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item</source>
            <translation>
                <numerusform>%n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out: not as imported, or camera data cannot be removed</source>
            <translation>
                <numerusform>%n 项与导入时不一致或无法去除拍摄信息，未复制</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n made of files that stay in another case</source>
            <translation>
                <numerusform>%n 项由留在原单的文件制作而来</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n moved to %1</source>
            <translation>
                <numerusform>已移动 %n 项到 %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not as imported</source>
            <translation>
                <numerusform>%n 项与导入时不一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>选中 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verified, %1 not as imported</source>
            <translation>
                <numerusform>校验 %n 件，%1 件与导入时不一致</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verified, %1, all as imported</source>
            <translation>
                <numerusform>校验 %n 件，%1，全部与导入时一致</numerusform>
            </translation>
        </message>
        <message>
            <source>2026-11-01 or 11-01</source>
            <translation>2026-11-01 或 11-01</translation>
        </message>
        <message>
            <source>About this evidence</source>
            <translation>凭证信息</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add a caption</source>
            <translation>添加说明</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>全部种类</translation>
        </message>
        <message>
            <source>All of them</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>An exhibit</source>
            <translation>已编为证据</translation>
        </message>
        <message>
            <source>Arrows move · Space views · 1–9 tag · E exhibit · C compare · F2 caption · Del removes</source>
            <translation>方向键 移动 · 空格 查看 · 1–9 打标签 · E 编入证据 · C 对比 · F2 说明 · Del 移除</translation>
        </message>
        <message>
            <source>As a list</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>As imported</source>
            <translation>与导入时一致</translation>
        </message>
        <message>
            <source>As tiles</source>
            <translation>平铺</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Buyer</source>
            <translation>买家</translation>
        </message>
        <message>
            <source>By buyer</source>
            <translation>按买家</translation>
        </message>
        <message>
            <source>By case</source>
            <translation>按售后单</translation>
        </message>
        <message>
            <source>By exhibit</source>
            <translation>按证据号</translation>
        </message>
        <message>
            <source>By kind</source>
            <translation>按种类</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>按名称</translation>
        </message>
        <message>
            <source>By number</source>
            <translation>按编号</translation>
        </message>
        <message>
            <source>By size</source>
            <translation>按大小</translation>
        </message>
        <message>
            <source>By tag</source>
            <translation>按标签</translation>
        </message>
        <message>
            <source>By time captured</source>
            <translation>按拍摄时间</translation>
        </message>
        <message>
            <source>By time imported</source>
            <translation>按导入时间</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Captions and names were searched. Change or clear the filters above.</source>
            <translation>已查找说明和文件名。可在上方修改或清除筛选。</translation>
        </message>
        <message>
            <source>Caption…</source>
            <translation>说明…</translation>
        </message>
        <message>
            <source>Capture</source>
            <translation>截屏</translation>
        </message>
        <message>
            <source>Captured</source>
            <translation>拍摄</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>售后单</translation>
        </message>
        <message>
            <source>Choose a piece of evidence</source>
            <translation>选一件凭证</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>全部清除</translation>
        </message>
        <message>
            <source>Clear all filters</source>
            <translation>清除全部筛选</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Compare what is selected</source>
            <translation>对比所选</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message numerus="yes">
            <source>Copy %n pieces of evidence to another case</source>
            <translation>
                <numerusform>把 %n 项凭证复制到另一张售后单</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy SHA-256</source>
            <translation>复制 SHA-256</translation>
        </message>
        <message>
            <source>Copy as files</source>
            <translation>复制为文件</translation>
        </message>
        <message>
            <source>Copy the picture, or names and hashes</source>
            <translation>复制图片，或名称与校验值</translation>
        </message>
        <message>
            <source>Copy to another case…</source>
            <translation>复制到另一张售后单…</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Drop files here, or choose them</source>
            <translation>把文件拖到这里，或选择文件</translation>
        </message>
        <message>
            <source>Drop here</source>
            <translation>拖到这里</translation>
        </message>
        <message>
            <source>Edit caption</source>
            <translation>改说明</translation>
        </message>
        <message>
            <source>Edit what it proves</source>
            <translation>改证明内容</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>凭证</translation>
        </message>
        <message>
            <source>Evidence %1</source>
            <translation>凭证 %1</translation>
        </message>
        <message>
            <source>Exhibit</source>
            <translation>编入证据</translation>
        </message>
        <message>
            <source>Exhibit %1</source>
            <translation>证据 %1</translation>
        </message>
        <message>
            <source>Exhibit or not</source>
            <translation>编入或移出证据</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>筛选项</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>I have the original file…</source>
            <translation>我有原文件…</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Integrity</source>
            <translation>完整性</translation>
        </message>
        <message>
            <source>It is left out of packets until you decide.</source>
            <translation>在您决定之前不会进入举证材料。</translation>
        </message>
        <message>
            <source>Kept, no preview</source>
            <translation>已保存，无预览</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Largest or newest first</source>
            <translation>从大到小、从新到旧</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>近 30 天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>近 7 天</translation>
        </message>
        <message>
            <source>Leave it empty to take their tags away.</source>
            <translation>留空则去掉标签。</translation>
        </message>
        <message>
            <source>Made of others</source>
            <translation>由其他凭证制作</translation>
        </message>
        <message>
            <source>Make or unmake an exhibit</source>
            <translation>编入或移出证据</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>移动</translation>
        </message>
        <message numerus="yes">
            <source>Move %n pieces of evidence to another case</source>
            <translation>
                <numerusform>把 %n 项凭证移到另一张售后单</numerusform>
            </translation>
        </message>
        <message>
            <source>Move to another case…</source>
            <translation>移到另一张售后单…</translation>
        </message>
        <message numerus="yes">
            <source>Names, captions and hashes of %n copied.</source>
            <translation>
                <numerusform>已复制 %n 项的名称、说明与校验值。</numerusform>
            </translation>
        </message>
        <message>
            <source>No evidence yet</source>
            <translation>还没有凭证</translation>
        </message>
        <message>
            <source>No exhibit</source>
            <translation>移出证据</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Not as imported</source>
            <translation>与导入时不一致</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing is found</source>
            <translation>没有找到凭证</translation>
        </message>
        <message>
            <source>Nothing is found under this.</source>
            <translation>没有找到相符的。</translation>
        </message>
        <message numerus="yes">
            <source>One caption for %n pieces of evidence</source>
            <translation>
                <numerusform>给 %n 项凭证写同一说明</numerusform>
            </translation>
        </message>
        <message>
            <source>Only where there is none</source>
            <translation>仅限没有说明的</translation>
        </message>
        <message>
            <source>Open a case and paste, drop or choose files there.</source>
            <translation>打开一个售后单，在那里粘贴、拖入或选择文件。</translation>
        </message>
        <message>
            <source>Open a case first: evidence belongs to one.</source>
            <translation>请先打开一个售后单：凭证归属于售后单。</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Open its case first: what the digits mean is on its checklist.</source>
            <translation>请先打开它的售后单：数字键对应的是该单的凭证清单。</translation>
        </message>
        <message>
            <source>Opening it failed</source>
            <translation>打开失败</translation>
        </message>
        <message>
            <source>Opening it needs too much memory</source>
            <translation>打开所需内存过大</translation>
        </message>
        <message>
            <source>Opening it took too long</source>
            <translation>打开超时</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>订单 %1</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>Original name</source>
            <translation>原名</translation>
        </message>
        <message>
            <source>Originals</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>举证材料</translation>
        </message>
        <message>
            <source>Parts of the case</source>
            <translation>售后单各部分</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Photos, screenshots, videos and papers of all cases stand here.</source>
            <translation>所有售后单的照片、截图、视频和单据都在这里。</translation>
        </message>
        <message>
            <source>Picture copied.</source>
            <translation>图片已复制。</translation>
        </message>
        <message>
            <source>Previews are not available now</source>
            <translation>暂时无法预览</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题类型</translation>
        </message>
        <message>
            <source>Protected by a password</source>
            <translation>有密码保护</translation>
        </message>
        <message>
            <source>Proves: …</source>
            <translation>证明：…</translation>
        </message>
        <message>
            <source>Remove from the case</source>
            <translation>从本单移除</translation>
        </message>
        <message>
            <source>Replies</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>报告…</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>SKU</translation>
        </message>
        <message>
            <source>Save original as…</source>
            <translation>原件另存为…</translation>
        </message>
        <message>
            <source>Search captions and names</source>
            <translation>查找说明或文件名</translation>
        </message>
        <message>
            <source>Shown as text</source>
            <translation>按文字显示</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>Space ticks · ← → sides · Esc closes</source>
            <translation>空格 勾选 · ← → 换栏 · Esc 关闭</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message numerus="yes">
            <source>Tag %n pieces of evidence</source>
            <translation>
                <numerusform>给 %n 项凭证打标签</numerusform>
            </translation>
        </message>
        <message>
            <source>Tag in words…</source>
            <translation>自定标签…</translation>
        </message>
        <message>
            <source>Tag them</source>
            <translation>打标签</translation>
        </message>
        <message>
            <source>Tag with a need of the checklist</source>
            <translation>按清单打标签</translation>
        </message>
        <message>
            <source>Tagged</source>
            <translation>有无标签</translation>
        </message>
        <message>
            <source>The file is damaged</source>
            <translation>文件已损坏</translation>
        </message>
        <message>
            <source>The file is empty</source>
            <translation>文件是空的</translation>
        </message>
        <message>
            <source>The kept file is gone or locked</source>
            <translation>保存的文件不见了或被占用</translation>
        </message>
        <message>
            <source>The original was saved.</source>
            <translation>原件已另存。</translation>
        </message>
        <message>
            <source>There is no such page</source>
            <translation>没有这一页</translation>
        </message>
        <message>
            <source>This format is not opened</source>
            <translation>不支持打开这种格式</translation>
        </message>
        <message>
            <source>This is before the first day.</source>
            <translation>早于起始日期。</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>To</source>
            <translation>导出到</translation>
        </message>
        <message>
            <source>Too large to open safely</source>
            <translation>文件过大，无法安全打开</translation>
        </message>
        <message>
            <source>Too many pixels to open safely</source>
            <translation>像素过多，无法安全打开</translation>
        </message>
        <message>
            <source>Too many to copy; choose at most %1.</source>
            <translation>太多了，最多选 %1 项再复制。</translation>
        </message>
        <message>
            <source>Type to find</source>
            <translation>输入查找</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>Verify all</source>
            <translation>全部校验</translation>
        </message>
        <message>
            <source>Verify this evidence</source>
            <translation>校验这件凭证</translation>
        </message>
        <message>
            <source>Verifying…</source>
            <translation>正在校验…</translation>
        </message>
        <message>
            <source>View</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>监视</translation>
        </message>
        <message>
            <source>What is known of it is shown here.</source>
            <translation>它的信息会显示在这里。</translation>
        </message>
        <message>
            <source>What it proves</source>
            <translation>证明什么</translation>
        </message>
        <message>
            <source>With a caption</source>
            <translation>有说明</translation>
        </message>
        <message>
            <source>With a tag</source>
            <translation>有标签</translation>
        </message>
        <message>
            <source>Without a caption</source>
            <translation>缺说明</translation>
        </message>
        <message>
            <source>Without a tag</source>
            <translation>缺标签</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>写入</translation>
        </message>
        <message>
            <source>Write a caption first.</source>
            <translation>请先写说明。</translation>
        </message>
        <message>
            <source>Write the caption</source>
            <translation>写说明</translation>
        </message>
        <message>
            <source>all as imported</source>
            <translation>全部与导入时一致</translation>
        </message>
        <message>
            <source>file missing</source>
            <translation>文件丢失</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>来自 %1</translation>
        </message>
        <message>
            <source>not as imported</source>
            <translation>与导入时不一致</translation>
        </message>
        <message>
            <source>or paste a screenshot with Ctrl+V; files and folders both work</source>
            <translation>或 Ctrl+V 粘贴截图，文件、文件夹都行</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>%1 及以前</translation>
        </message>
    </context>
</TS>
