<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>intake</name>
        <message numerus="yes">
            <source>%n already in this case</source>
            <translation>
                <numerusform>%n 件本单已有</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are still to be added</source>
            <translation>
                <numerusform>还有 %n 个文件没有添加</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not kept</source>
            <translation>
                <numerusform>%n 件未能保存</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of evidence added</source>
            <translation>
                <numerusform>已添加 %n 件凭证</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a folder as evidence</source>
            <translation>添加文件夹为凭证</translation>
        </message>
        <message>
            <source>Add files as evidence</source>
            <translation>添加文件为凭证</translation>
        </message>
        <message>
            <source>Adding %1 of %2</source>
            <translation>正在添加第 %1 / %2 个</translation>
        </message>
        <message>
            <source>Adding…</source>
            <translation>正在添加…</translation>
        </message>
        <message>
            <source>Ask the buyer to send it again.</source>
            <translation>请买家重新发一次。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Each file becomes evidence of its own; the history keeps the archive's name and its SHA-256.</source>
            <translation>每个文件各成一件凭证；历史记录里留有压缩包的名称和 SHA-256。</translation>
        </message>
        <message>
            <source>Files and the archive</source>
            <translation>文件和压缩包都要</translation>
        </message>
        <message>
            <source>Go on adding</source>
            <translation>继续添加</translation>
        </message>
        <message>
            <source>It is a link to another file.</source>
            <translation>这是指向别的文件的链接。</translation>
        </message>
        <message>
            <source>It is locked with a password.</source>
            <translation>文件加了密码。</translation>
        </message>
        <message>
            <source>It is no ordinary file.</source>
            <translation>这不是普通文件。</translation>
        </message>
        <message>
            <source>It is not as the archive says it is.</source>
            <translation>内容与压缩包所写的不符。</translation>
        </message>
        <message>
            <source>It is packed in a way that cannot be read.</source>
            <translation>压缩方式不支持。</translation>
        </message>
        <message>
            <source>It shares its bytes with another file of the archive.</source>
            <translation>它与压缩包里别的文件共用数据。</translation>
        </message>
        <message>
            <source>It was damaged on the way.</source>
            <translation>传输途中已损坏。</translation>
        </message>
        <message>
            <source>It was left out.</source>
            <translation>已略过。</translation>
        </message>
        <message>
            <source>Keep it as one file</source>
            <translation>整包保存</translation>
        </message>
        <message>
            <source>Screenshot %1</source>
            <translation>截图 %1</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>停止并关闭</translation>
        </message>
        <message>
            <source>Take the files out</source>
            <translation>取出文件</translation>
        </message>
        <message numerus="yes">
            <source>Take the files out of %n archives?</source>
            <translation>
                <numerusform>取出这 %n 个压缩包里的文件？</numerusform>
            </translation>
        </message>
        <message>
            <source>Take the files out of “%1”?</source>
            <translation>取出“%1”里的文件？</translation>
        </message>
        <message>
            <source>Text %1</source>
            <translation>文本 %1</translation>
        </message>
        <message>
            <source>The archive is damaged here.</source>
            <translation>压缩包此处已损坏。</translation>
        </message>
        <message>
            <source>There is nothing here that can be kept.</source>
            <translation>这里没有可以保存的内容。</translation>
        </message>
        <message>
            <source>This is not a file that can be kept.</source>
            <translation>这不是可以保存的文件。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Unpack it yourself, then add the file.</source>
            <translation>请自行解压，再添加文件。</translation>
        </message>
        <message>
            <source>Unpacked it would be far too large.</source>
            <translation>解压后会大得离谱。</translation>
        </message>
        <message>
            <source>Wait until what is being added is there.</source>
            <translation>请等正在添加的内容完成。</translation>
        </message>
        <message>
            <source>What is added is safe. Free some space on the disk, then try again: the rest comes in then.</source>
            <translation>已添加的都安全。请腾出磁盘空间，再点“重试”，其余的就会添加进来。</translation>
        </message>
        <message>
            <source>What is added so far is kept. The files still to come stay where they are.</source>
            <translation>已添加的会保留；还没添加的文件仍在原处。</translation>
        </message>
        <message>
            <source>What there is to say about single files</source>
            <translation>各个文件的情况</translation>
        </message>
        <message>
            <source>already in this case as number %1</source>
            <translation>本单已有，编号 %1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>kept as one file: an archive inside an archive is not opened</source>
            <translation>已整包保存：压缩包里的压缩包不会打开</translation>
        </message>
        <message>
            <source>kept as one file: it is only a part of an archive</source>
            <translation>已整包保存：这只是分卷压缩包的一部分</translation>
        </message>
        <message>
            <source>kept as one file: only ZIP archives can be opened</source>
            <translation>已整包保存：只能打开 ZIP 压缩包</translation>
        </message>
        <message>
            <source>kept as one file: the archive cannot be read</source>
            <translation>已整包保存：压缩包读不了</translation>
        </message>
        <message>
            <source>kept as one file: there are no files in it</source>
            <translation>已整包保存：里面没有文件</translation>
        </message>
        <message>
            <source>kept as one file: there are too many files in it</source>
            <translation>已整包保存：里面的文件太多</translation>
        </message>
        <message>
            <source>kept as one file: unpacked it would be far too large</source>
            <translation>已整包保存：解压后会大得离谱</translation>
        </message>
        <message>
            <source>only the first %1 files were taken</source>
            <translation>只取了前 %1 个文件</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>taken as text, the picture beside it was left out</source>
            <translation>按文本保存，同时复制的图片没有取</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>磁盘已满</translation>
        </message>
    </context>
</TS>
