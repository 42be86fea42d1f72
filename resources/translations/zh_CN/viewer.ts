<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>viewer</name>
        <message>
            <source>%1 against %2</source>
            <translation>%1 对 %2</translation>
        </message>
        <message>
            <source>%1 original</source>
            <translation>%1 原图</translation>
        </message>
        <message>
            <source>%1 · shown upright as the photo says</source>
            <translation>%1 · 方向已按照片校正</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message numerus="yes">
            <source>%n page</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>+1 s</source>
            <translation>+1 秒</translation>
        </message>
        <message>
            <source>A copy was opened; the original stays untouched.</source>
            <translation>已打开一份副本，原件不受影响。</translation>
        </message>
        <message>
            <source>A second back</source>
            <translation>后退一秒</translation>
        </message>
        <message>
            <source>A second on</source>
            <translation>前进一秒</translation>
        </message>
        <message>
            <source>Actual pixels</source>
            <translation>实际像素</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>By</source>
            <translation>由</translation>
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
            <source>Choose a picture below</source>
            <translation>在下面选一张图</translation>
        </message>
        <message>
            <source>Choose two to four pictures to compare.</source>
            <translation>请选 2 到 4 张来对比。</translation>
        </message>
        <message>
            <source>Click a small picture: on the active side</source>
            <translation>单击下方小图放到当前一侧</translation>
        </message>
        <message>
            <source>Click a small picture: side B
Shift+click: side A</source>
            <translation>单击设为 B
Shift+单击设为 A</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>并排对比</translation>
        </message>
        <message>
            <source>Comparison: other side</source>
            <translation>对比：换到另一边</translation>
        </message>
        <message>
            <source>Comparison: this picture alone</source>
            <translation>对比：只看这一张</translation>
        </message>
        <message>
            <source>Comparison: two or four pictures</source>
            <translation>对比：两张或四张</translation>
        </message>
        <message>
            <source>Comparison: zoom together or apart</source>
            <translation>对比：同步缩放开关</translation>
        </message>
        <message>
            <source>Conclusion of the comparison</source>
            <translation>对比结论</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Empty side</source>
            <translation>空着的一边</translation>
        </message>
        <message>
            <source>Export name</source>
            <translation>导出名</translation>
        </message>
        <message>
            <source>File missing</source>
            <translation>文件丢失</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>适合</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Four pictures</source>
            <translation>四张同看</translation>
        </message>
        <message>
            <source>Frame %1 of %2</source>
            <translation>第 %1 / %2 帧</translation>
        </message>
        <message>
            <source>Go to page</source>
            <translation>跳到页</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>It is shown because you asked to; packets leave it out.</source>
            <translation>应你要求显示；举证材料不会用它。</translation>
        </message>
        <message>
            <source>Keep this picture</source>
            <translation>存为凭证</translation>
        </message>
        <message>
            <source>Kept as evidence of its own.</source>
            <translation>已存为一件新凭证。</translation>
        </message>
        <message>
            <source>Kept, no preview</source>
            <translation>已保存，无法预览</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Last check</source>
            <translation>校验于</translation>
        </message>
        <message>
            <source>Made of</source>
            <translation>来自</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一件</translation>
        </message>
        <message>
            <source>Next frame</source>
            <translation>下一帧</translation>
        </message>
        <message>
            <source>Next on the active side</source>
            <translation>当前边换下一件</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Not as imported</source>
            <translation>与导入时不一致</translation>
        </message>
        <message>
            <source>One picture</source>
            <translation>只看一张</translation>
        </message>
        <message>
            <source>Open in the system's program</source>
            <translation>用系统程序打开</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>Original name</source>
            <translation>原名</translation>
        </message>
        <message>
            <source>Out of</source>
            <translation>出自</translation>
        </message>
        <message>
            <source>Packets leave it out.</source>
            <translation>举证材料不会收录。</translation>
        </message>
        <message>
            <source>Pages and frames</source>
            <translation>页与帧</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Pictures to compare</source>
            <translation>可对比的图片</translation>
        </message>
        <message>
            <source>Place in the film</source>
            <translation>视频位置</translation>
        </message>
        <message>
            <source>Poster</source>
            <translation>封面</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一件</translation>
        </message>
        <message>
            <source>Previous frame</source>
            <translation>上一帧</translation>
        </message>
        <message>
            <source>Previous on the active side</source>
            <translation>当前边换上一件</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>Rotate the view</source>
            <translation>旋转视图</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>另存副本…</translation>
        </message>
        <message>
            <source>Show anyway</source>
            <translation>仍要显示</translation>
        </message>
        <message>
            <source>Side %1</source>
            <translation>%1 边</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>并排</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Space-drag</source>
            <translation>空格拖动</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>The file was changed after it was imported. Packets leave it out; it is shown only if you ask.</source>
            <translation>文件在导入后被改动过，举证材料不会收录；需要时可以手动显示。</translation>
        </message>
        <message>
            <source>The kept file is gone. Look for it in a backup.</source>
            <translation>保存的文件不见了，请到备份里找。</translation>
        </message>
        <message>
            <source>The system has no program for this kind of file. Save a copy instead.</source>
            <translation>系统没有能打开这种文件的程序，请改为另存副本。</translation>
        </message>
        <message>
            <source>This evidence is not there any more.</source>
            <translation>这件凭证已经不在了。</translation>
        </message>
        <message>
            <source>This file could run something, so it is not opened from here.</source>
            <translation>这个文件可能会运行程序，所以不从这里打开。</translation>
        </message>
        <message>
            <source>This picture cannot be kept: %1</source>
            <translation>无法存下这张图：%1</translation>
        </message>
        <message>
            <source>This picture is already among the evidence.</source>
            <translation>这张图已经在凭证里了。</translation>
        </message>
        <message>
            <source>Use as poster</source>
            <translation>设为封面</translation>
        </message>
        <message>
            <source>Viewer: a second back or on in a film</source>
            <translation>查看：视频后退或前进一秒</translation>
        </message>
        <message>
            <source>Viewer: actual pixels</source>
            <translation>查看：实际像素</translation>
        </message>
        <message>
            <source>Viewer: compare</source>
            <translation>查看：对比</translation>
        </message>
        <message>
            <source>Viewer: fit</source>
            <translation>查看：适合窗口</translation>
        </message>
        <message>
            <source>Viewer: go to a page</source>
            <translation>查看：跳到某页</translation>
        </message>
        <message>
            <source>Viewer: keep this picture as evidence</source>
            <translation>查看：把这一画面存为凭证</translation>
        </message>
        <message>
            <source>Viewer: larger, smaller</source>
            <translation>查看：放大、缩小</translation>
        </message>
        <message>
            <source>Viewer: move the picture about</source>
            <translation>查看：移动画面</translation>
        </message>
        <message>
            <source>Viewer: open a copy in the system's program</source>
            <translation>查看：用系统程序打开副本</translation>
        </message>
        <message>
            <source>Viewer: previous and next page or frame</source>
            <translation>查看：上一页（帧）、下一页（帧）</translation>
        </message>
        <message>
            <source>Viewer: rotate the view</source>
            <translation>查看：旋转视图</translation>
        </message>
        <message>
            <source>Viewer: use as poster of the film</source>
            <translation>查看：设为视频封面</translation>
        </message>
        <message>
            <source>What the two pictures show together</source>
            <translation>两张图放在一起说明什么</translation>
        </message>
        <message>
            <source>Wheel zooms · Space-drag pans · Tab other side · ←→ next · [ ] rotates · S together · Esc back</source>
            <translation>滚轮缩放 · 空格拖动 · Tab 换边 · ←→ 换图 · [ ] 旋转 · S 同步 · Esc 返回</translation>
        </message>
        <message>
            <source>Write into “What it proves”</source>
            <translation>写入“证明什么”</translation>
        </message>
        <message>
            <source>Written so far: %1</source>
            <translation>已写：%1</translation>
        </message>
        <message>
            <source>You can save a copy of it, and open that only if you know what it is.</source>
            <translation>可以另存一份副本；确定它是什么再打开。</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <source>Zoom together</source>
            <translation>同步缩放</translation>
        </message>
        <message>
            <source>active</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>of %1</source>
            <translation>/ %1</translation>
        </message>
        <message>
            <source>the device's claim</source>
            <translation>照片自带</translation>
        </message>
        <message>
            <source>the device's claim, %1</source>
            <translation>照片自带，%1</translation>
        </message>
        <message>
            <source>←→ next · wheel zooms · Space-drag pans · 0 fits · 1 actual pixels · C compare · Esc back</source>
            <translation>←→ 换图 · 滚轮缩放 · 空格拖动 · 0 适合 · 1 实际像素 · C 对比 · Esc 返回</translation>
        </message>
        <message>
            <source>−1 s</source>
            <translation>−1 秒</translation>
        </message>
    </context>
</TS>
