<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>annotations</name>
        <message>
            <source>%1 redacted copy</source>
            <translation>%1 打码副本</translation>
        </message>
        <message numerus="yes">
            <source>%n box</source>
            <translation>
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n box to burn in</source>
            <translation>
                <numerusform>%n 处待打码，还没写入副本</numerusform>
            </translation>
        </message>
        <message>
            <source>A box to redact cannot be used.</source>
            <translation>有一处打码框不能用。</translation>
        </message>
        <message>
            <source>A box to redact lies outside the picture.</source>
            <translation>有一处打码框在图片外面。</translation>
        </message>
        <message>
            <source>Amber</source>
            <translation>琥珀</translation>
        </message>
        <message>
            <source>Annotations</source>
            <translation>标注层</translation>
        </message>
        <message>
            <source>Arrow</source>
            <translation>箭头</translation>
        </message>
        <message>
            <source>Below</source>
            <translation>图下方</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>黑色</translation>
        </message>
        <message>
            <source>Box</source>
            <translation>方框</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Clear them to draw anew; Undo brings them back.</source>
            <translation>清除后可以重新标注，撤销能找回来。</translation>
        </message>
        <message>
            <source>Copy as</source>
            <translation>副本格式</translation>
        </message>
        <message>
            <source>Corner</source>
            <translation>图角</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>裁剪</translation>
        </message>
        <message>
            <source>Draw one with R first.</source>
            <translation>先按 R 画一处。</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>不要了</translation>
        </message>
        <message>
            <source>Ellipse</source>
            <translation>椭圆</translation>
        </message>
        <message>
            <source>Evidence %1</source>
            <translation>凭证 %1</translation>
        </message>
        <message>
            <source>F2 words · Space hides · Alt+↑↓ order · Del removes</source>
            <translation>F2 改文字 · 空格隐藏 · Alt+↑↓ 换顺序 · Del 删除</translation>
        </message>
        <message>
            <source>Freehand</source>
            <translation>手绘</translation>
        </message>
        <message>
            <source>Jade</source>
            <translation>青绿</translation>
        </message>
        <message>
            <source>Layer %1</source>
            <translation>标注层 %1</translation>
        </message>
        <message>
            <source>Layer, redaction and copies</source>
            <translation>标注层、打码与副本</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>图例</translation>
        </message>
        <message>
            <source>Legend of the number</source>
            <translation>编号的图例</translation>
        </message>
        <message>
            <source>Legend, may stay empty</source>
            <translation>图例，可不填</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>线条</translation>
        </message>
        <message>
            <source>Mid</source>
            <translation>中</translation>
        </message>
        <message>
            <source>No more marks fit on this picture.</source>
            <translation>这张图上的标注太多，放不下了。</translation>
        </message>
        <message>
            <source>Nothing drawn yet. Take a tool and draw, or press Enter to put its shape in the middle.</source>
            <translation>还没有标注。选好工具直接画，或按回车放在图中央。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>不加</translation>
        </message>
        <message>
            <source>Parts of the layer</source>
            <translation>标注列表</translation>
        </message>
        <message>
            <source>Picture: %1</source>
            <translation>图片：%1</translation>
        </message>
        <message>
            <source>Picture: change the order of parts and numbers</source>
            <translation>图片：换标注和编号的顺序</translation>
        </message>
        <message>
            <source>Picture: move the chosen part; with Shift resize, with Ctrl by one pixel</source>
            <translation>图片：移动选中的标注；加 Shift 改大小，加 Ctrl 移一个像素</translation>
        </message>
        <message>
            <source>Picture: put the tool's shape in the middle, or write its words</source>
            <translation>图片：把图形放在中央，或改它的文字</translation>
        </message>
        <message>
            <source>Picture: the chosen part a second time</source>
            <translation>图片：复制选中的标注</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红色</translation>
        </message>
        <message>
            <source>Redact</source>
            <translation>打码</translation>
        </message>
        <message>
            <source>Redacting wipes the pixels and keeps a new copy; the original stays, and so does its hash.</source>
            <translation>打码会抹掉像素，存成新的副本，原图仍在、哈希不变。</translation>
        </message>
        <message>
            <source>Redaction</source>
            <translation>打码</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Remove it and draw it anew.</source>
            <translation>删掉重画一个。</translation>
        </message>
        <message>
            <source>Remove some first.</source>
            <translation>先删掉一些。</translation>
        </message>
        <message>
            <source>Save as copy</source>
            <translation>存为副本</translation>
        </message>
        <message>
            <source>Save redacted copy</source>
            <translation>存打码副本</translation>
        </message>
        <message>
            <source>Select</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>Take back what was drawn last.</source>
            <translation>请撤销最后画的内容。</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Text of the label</source>
            <translation>文字内容</translation>
        </message>
        <message>
            <source>The annotated copy was saved. The original is unchanged.</source>
            <translation>标注副本已保存，原图不变。</translation>
        </message>
        <message>
            <source>The copy could not be made.</source>
            <translation>副本没能生成。</translation>
        </message>
        <message>
            <source>The marks on this picture cannot be read.</source>
            <translation>这张图的标注读不出来。</translation>
        </message>
        <message>
            <source>The original and its layer stay as they are.</source>
            <translation>原图和标注层都没有动。</translation>
        </message>
        <message>
            <source>The original stays as it is. Try again.</source>
            <translation>原图没有动，请再试一次。</translation>
        </message>
        <message>
            <source>The redacted copy and the annotated one were saved. The original is unchanged.</source>
            <translation>打码副本和标注副本都已保存，原图不变。</translation>
        </message>
        <message>
            <source>The redacted copy did not pass its check and was thrown away.</source>
            <translation>打码副本没有通过检查，已丢弃。</translation>
        </message>
        <message>
            <source>The redacted copy was saved. The original is unchanged.</source>
            <translation>打码副本已保存，原图不变。</translation>
        </message>
        <message>
            <source>There are too many boxes to redact.</source>
            <translation>打码框太多了。</translation>
        </message>
        <message>
            <source>There are too many marks on this picture.</source>
            <translation>这张图上的标注太多了。</translation>
        </message>
        <message>
            <source>There is no box to redact.</source>
            <translation>还没有打码框。</translation>
        </message>
        <message>
            <source>There is no picture to make a copy of.</source>
            <translation>没有画面，存不了副本。</translation>
        </message>
        <message>
            <source>There is nothing on this picture to save as a copy.</source>
            <translation>这张图上还没有标注或打码，不用存副本。</translation>
        </message>
        <message>
            <source>These marks cannot be kept.</source>
            <translation>这些标注保存不了。</translation>
        </message>
        <message>
            <source>Thick</source>
            <translation>粗</translation>
        </message>
        <message>
            <source>Thin</source>
            <translation>细</translation>
        </message>
        <message>
            <source>This copy is in the case already.</source>
            <translation>这份副本已经在售后单里了。</translation>
        </message>
        <message>
            <source>This file gives no picture to redact.</source>
            <translation>这个文件没有可以打码的画面。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 份</numerusform>
            </translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>已隐藏</translation>
        </message>
        <message>
            <source>original unchanged</source>
            <translation>原图不变</translation>
        </message>
        <message>
            <source>selected</source>
            <translation>已选中</translation>
        </message>
        <message>
            <source>writes a new file</source>
            <translation>写入新文件</translation>
        </message>
    </context>
</TS>
