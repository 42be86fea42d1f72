<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>errors</name>
        <message>
            <source>%1 cannot go from %2 to %3.</source>
            <translation>%1 不能从“%2”改为“%3”。</translation>
        </message>
        <message>
            <source>%1 does not work here any more.</source>
            <translation>%1 已经不在这里工作了。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>A case needs an order or a buyer.</source>
            <translation>售后单需要订单或买家。</translation>
        </message>
        <message>
            <source>A packet is not saved among the shop's data.</source>
            <translation>材料不能存到店铺数据里。</translation>
        </message>
        <message>
            <source>A policy pack cannot be read.</source>
            <translation>有规则包读不出来。</translation>
        </message>
        <message>
            <source>A policy pack cannot be used.</source>
            <translation>有规则包无法使用。</translation>
        </message>
        <message>
            <source>A warning comes at most %1 days before the end.</source>
            <translation>提醒最多提前 %1 天。</translation>
        </message>
        <message>
            <source>Add the file again from where it came.</source>
            <translation>请从原来的地方重新添加。</translation>
        </message>
        <message>
            <source>Allow writing to it, or choose another folder.</source>
            <translation>请允许写入，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>An override needs a reason.</source>
            <translation>改判需要理由。</translation>
        </message>
        <message>
            <source>Answer it again.</source>
            <translation>请重新回答。</translation>
        </message>
        <message>
            <source>Answer them, then finish.</source>
            <translation>请答完再完成。</translation>
        </message>
        <message>
            <source>At least one view has to stay.</source>
            <translation>至少要留一个视图。</translation>
        </message>
        <message>
            <source>Check the disk and its free space, then try again.</source>
            <translation>请检查磁盘及剩余空间后重试。</translation>
        </message>
        <message>
            <source>Check the disk, then add it again.</source>
            <translation>请检查磁盘后重新添加。</translation>
        </message>
        <message>
            <source>Check the disk, then try again.</source>
            <translation>请检查磁盘后重试。</translation>
        </message>
        <message>
            <source>Check the folder and the disk, then try again.</source>
            <translation>请检查文件夹和磁盘，再试一次。</translation>
        </message>
        <message>
            <source>Check the year.</source>
            <translation>请核对年份。</translation>
        </message>
        <message>
            <source>Choose a file exported by the platform.</source>
            <translation>请选择平台导出的文件。</translation>
        </message>
        <message>
            <source>Choose a file first.</source>
            <translation>请先选择文件。</translation>
        </message>
        <message>
            <source>Choose a film.</source>
            <translation>请选一个视频。</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>请选一个文件夹。</translation>
        </message>
        <message>
            <source>Choose a shorter time.</source>
            <translation>请选短一些的时间。</translation>
        </message>
        <message>
            <source>Choose another folder, or check that you may write there.</source>
            <translation>请选择其他文件夹，或检查写入权限。</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>请选择其他文件夹。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>换一个名称。</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>请另选一个。</translation>
        </message>
        <message>
            <source>Choose another place or name.</source>
            <translation>请换个位置或名称。</translation>
        </message>
        <message>
            <source>Choose another state; nothing was changed.</source>
            <translation>请选择其他状态；没有任何改动。</translation>
        </message>
        <message>
            <source>Choose another version of it in the list of exhibits.</source>
            <translation>请在证据列表中改选展示的版本。</translation>
        </message>
        <message>
            <source>Choose it in the shop's settings.</source>
            <translation>请在店铺设置里选择。</translation>
        </message>
        <message>
            <source>Choose one in the shop's settings.</source>
            <translation>请在店铺设置里选择。</translation>
        </message>
        <message>
            <source>Choose one of the list.</source>
            <translation>请从列表中选择。</translation>
        </message>
        <message>
            <source>Choose somebody else, or bring them back in Settings.</source>
            <translation>换一个人，或在设置里把他加回来。</translation>
        </message>
        <message>
            <source>Choose the line that reads right.</source>
            <translation>请选择显示正常的那一行。</translation>
        </message>
        <message>
            <source>Choose the right platform, or none.</source>
            <translation>请选对平台，或不选。</translation>
        </message>
        <message>
            <source>Close it and try again.</source>
            <translation>请关闭后重试。</translation>
        </message>
        <message>
            <source>Close other programs that use it, or check its permissions.</source>
            <translation>请关闭正在使用它的程序，或检查权限。</translation>
        </message>
        <message>
            <source>Close other programs that use it, then try again.</source>
            <translation>请关闭正在使用它的程序后重试。</translation>
        </message>
        <message>
            <source>Close the program, keep the whole data folder, and use a copy from before.</source>
            <translation>请关闭程序，保留整个资料文件夹，改用以前的备份。</translation>
        </message>
        <message>
            <source>Code: %1</source>
            <translation>代码：%1</translation>
        </message>
        <message>
            <source>Copy it to this computer first, then add it again.</source>
            <translation>请先复制到本机再添加。</translation>
        </message>
        <message>
            <source>Correct the fact it counts from, or stop it and enter another.</source>
            <translation>请改正起算的事实，或者停掉它再录入一个。</translation>
        </message>
        <message>
            <source>Decide first: %1</source>
            <translation>还没写决定：%1</translation>
        </message>
        <message>
            <source>Delete one that nobody uses, then save this one.</source>
            <translation>先删掉没人用的，再保存。</translation>
        </message>
        <message>
            <source>Do not use it; look in a backup.</source>
            <translation>请勿使用，到备份里找原件。</translation>
        </message>
        <message>
            <source>Drop the folder itself to add what is in it.</source>
            <translation>把整个文件夹拖进来即可添加其中内容。</translation>
        </message>
        <message>
            <source>Enter 1 to 365 days.</source>
            <translation>请填 1 到 365 天。</translation>
        </message>
        <message>
            <source>Enter 2 to 100 returns.</source>
            <translation>请填 2 到 100 次。</translation>
        </message>
        <message>
            <source>Enter it in Settings, Shop.</source>
            <translation>请到设置里的店铺填写。</translation>
        </message>
        <message>
            <source>Enter one that is still to come.</source>
            <translation>请填一个还没到的时间。</translation>
        </message>
        <message>
            <source>Every row was refused; see the list of reasons.</source>
            <translation>每一行都未通过，请看原因列表。</translation>
        </message>
        <message>
            <source>Export it again and leave the headings in.</source>
            <translation>请重新导出并保留表头。</translation>
        </message>
        <message>
            <source>Export it again.</source>
            <translation>请重新导出。</translation>
        </message>
        <message>
            <source>Free some space and try again.</source>
            <translation>请腾出空间后重试。</translation>
        </message>
        <message>
            <source>Give each party between 0 and 100, together exactly 100.</source>
            <translation>每一方填 0 到 100，合计正好 100。</translation>
        </message>
        <message>
            <source>Import them one after the other.</source>
            <translation>请分别导入。</translation>
        </message>
        <message>
            <source>Install Aftercase again, or mend the file.</source>
            <translation>请重装售后台，或修复该文件。</translation>
        </message>
        <message>
            <source>Install the newer version; the data stays as it is.</source>
            <translation>请安装新版本；数据保持原样。</translation>
        </message>
        <message>
            <source>Is it the right file? Nothing was changed.</source>
            <translation>文件选对了吗？没有任何改动。</translation>
        </message>
        <message>
            <source>It has %1 characters, at most %2 fit.</source>
            <translation>共 %1 字，最多 %2 字。</translation>
        </message>
        <message>
            <source>It is negative, in another currency, or more than was paid.</source>
            <translation>它是负数、币种不对，或超过实付金额。</translation>
        </message>
        <message>
            <source>It is not clear how the file's text is written.</source>
            <translation>文件的文字编码不明确。</translation>
        </message>
        <message>
            <source>It stays as it was; a copy lies in the folder “backups”.</source>
            <translation>数据保持原样；“backups”文件夹里有一份副本。</translation>
        </message>
        <message>
            <source>Look at it again; somebody ended or paused it.</source>
            <translation>请再看一眼：有人结束或暂停了它。</translation>
        </message>
        <message>
            <source>Look at the checklist again.</source>
            <translation>请再看一眼凭证清单。</translation>
        </message>
        <message>
            <source>Look at the reasons at the right.</source>
            <translation>请看右侧的原因。</translation>
        </message>
        <message>
            <source>Look at what changed, then finish again. Your answers are kept.</source>
            <translation>请看看有何变化，再次完成。已答内容仍保留。</translation>
        </message>
        <message>
            <source>Look for it in a backup; its entry stays.</source>
            <translation>请在备份里找；记录仍保留。</translation>
        </message>
        <message>
            <source>Look for its window; only one can work on a data folder.</source>
            <translation>请找到它的窗口；一个数据文件夹同时只能由一个程序使用。</translation>
        </message>
        <message>
            <source>No file was chosen.</source>
            <translation>没有选择文件。</translation>
        </message>
        <message>
            <source>Not yet: %1</source>
            <translation>还不能做：%1</translation>
        </message>
        <message>
            <source>Nothing is made of it; look in a backup.</source>
            <translation>没有用它生成任何东西；请到备份里找原件。</translation>
        </message>
        <message>
            <source>Nothing of this is missing any more.</source>
            <translation>这些凭证已经不缺了。</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>没有任何改动。</translation>
        </message>
        <message>
            <source>Nothing was entered.</source>
            <translation>还没有填写内容。</translation>
        </message>
        <message>
            <source>Only a film has a poster.</source>
            <translation>只有视频才有封面。</translation>
        </message>
        <message>
            <source>Open it, take its password away, save, try again.</source>
            <translation>请打开后取消密码、保存，再试。</translation>
        </message>
        <message>
            <source>Open the wizard again; it shows the difference.</source>
            <translation>请重新打开向导，它会显示差异。</translation>
        </message>
        <message>
            <source>Read it again.</source>
            <translation>请重新读取。</translation>
        </message>
        <message>
            <source>Remove it and try again.</source>
            <translation>请删掉它再试。</translation>
        </message>
        <message>
            <source>Save a copy, and open it only if you know what it is.</source>
            <translation>请另存副本，确定它是什么再打开。</translation>
        </message>
        <message>
            <source>Say in a few words why you decide otherwise.</source>
            <translation>请简单写明为什么另作决定。</translation>
        </message>
        <message>
            <source>Say what is decided.</source>
            <translation>请写明怎么定的。</translation>
        </message>
        <message>
            <source>Show one of them.</source>
            <translation>请至少显示一个。</translation>
        </message>
        <message>
            <source>Some questions are still open.</source>
            <translation>还有问题没有回答。</translation>
        </message>
        <message>
            <source>Someone changed the same entries afterwards.</source>
            <translation>相同的内容之后又被改过。</translation>
        </message>
        <message>
            <source>Someone may have removed it. Press F5 to see what is there.</source>
            <translation>可能已被删除。按 F5 刷新。</translation>
        </message>
        <message>
            <source>Something went wrong in the program.</source>
            <translation>程序出错了。</translation>
        </message>
        <message>
            <source>Split it by month, then import the parts.</source>
            <translation>请按月拆分后分别导入。</translation>
        </message>
        <message>
            <source>Start the program again to try once more.</source>
            <translation>重新打开程序再试一次。</translation>
        </message>
        <message>
            <source>Still to be done before it: %1.</source>
            <translation>在这之前还要做：%1。</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>已停止。</translation>
        </message>
        <message>
            <source>That is a file; this packet needs a folder.</source>
            <translation>这是一个文件，这份材料要存到文件夹里。</translation>
        </message>
        <message>
            <source>The archive is only a part of a larger one.</source>
            <translation>这只是分卷压缩包中的一卷。</translation>
        </message>
        <message>
            <source>The backup could not be made.</source>
            <translation>备份没有成功。</translation>
        </message>
        <message>
            <source>The case changed while you were deciding.</source>
            <translation>处理期间售后单有变化。</translation>
        </message>
        <message>
            <source>The computer could not do this.</source>
            <translation>电脑没能完成这个操作。</translation>
        </message>
        <message>
            <source>The copy chosen to show an exhibit is not there, or not as it was made.</source>
            <translation>有一件证据指定的副本不存在，或与生成时不一致。</translation>
        </message>
        <message>
            <source>The data could not be brought to this version.</source>
            <translation>数据没能升级到当前版本。</translation>
        </message>
        <message>
            <source>The data could not be read or written.</source>
            <translation>数据读写失败。</translation>
        </message>
        <message>
            <source>The data file cannot be opened.</source>
            <translation>资料文件打不开。</translation>
        </message>
        <message>
            <source>The data file is damaged.</source>
            <translation>资料文件已损坏。</translation>
        </message>
        <message>
            <source>The data folder cannot be used.</source>
            <translation>数据文件夹无法使用。</translation>
        </message>
        <message>
            <source>The data folder is read-only.</source>
            <translation>数据文件夹是只读的。</translation>
        </message>
        <message>
            <source>The data is in use by another program.</source>
            <translation>数据正被其他程序占用。</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>磁盘已满。</translation>
        </message>
        <message>
            <source>The file cannot be read.</source>
            <translation>文件读不出来。</translation>
        </message>
        <message>
            <source>The file cannot be written.</source>
            <translation>文件写不进去。</translation>
        </message>
        <message>
            <source>The file changed since it was read.</source>
            <translation>文件在读取后被改过。</translation>
        </message>
        <message>
            <source>The file comes from another platform.</source>
            <translation>文件来自其他平台。</translation>
        </message>
        <message>
            <source>The file could not be kept.</source>
            <translation>文件没能保存。</translation>
        </message>
        <message>
            <source>The file does not say its currency.</source>
            <translation>文件没有写明币种。</translation>
        </message>
        <message>
            <source>The file has no row with headings.</source>
            <translation>文件里没有表头行。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>The file is not as it was when imported.</source>
            <translation>文件与导入时不一致。</translation>
        </message>
        <message>
            <source>The file is not there any more.</source>
            <translation>文件已不在原处。</translation>
        </message>
        <message>
            <source>The file is still being written.</source>
            <translation>文件还在写入中。</translation>
        </message>
        <message>
            <source>The file is too large.</source>
            <translation>文件太大。</translation>
        </message>
        <message>
            <source>The file or folder cannot be opened.</source>
            <translation>文件或文件夹打不开。</translation>
        </message>
        <message>
            <source>The file or folder is not there any more.</source>
            <translation>文件或文件夹已不在原处。</translation>
        </message>
        <message>
            <source>The files come from different platforms.</source>
            <translation>这些文件来自不同平台。</translation>
        </message>
        <message>
            <source>The folder for the packet is not there.</source>
            <translation>存放材料的文件夹不存在。</translation>
        </message>
        <message>
            <source>The original file is missing.</source>
            <translation>原件不见了。</translation>
        </message>
        <message>
            <source>The packet could not be written.</source>
            <translation>材料没能写入。</translation>
        </message>
        <message>
            <source>The packet needs a file name.</source>
            <translation>材料需要文件名。</translation>
        </message>
        <message>
            <source>The rules changed since this was begun.</source>
            <translation>开始之后规则有变化。</translation>
        </message>
        <message>
            <source>The rules do not allow this resolution.</source>
            <translation>规则不允许这样处理。</translation>
        </message>
        <message>
            <source>The sample shop could not be drawn.</source>
            <translation>示例店铺没有画成。</translation>
        </message>
        <message>
            <source>The shares do not add up to 100 %.</source>
            <translation>分担比例加起来不是 100%。</translation>
        </message>
        <message>
            <source>The shop has no return address yet.</source>
            <translation>店铺还没有退货地址。</translation>
        </message>
        <message>
            <source>The text encoding is not known.</source>
            <translation>文字编码无法识别。</translation>
        </message>
        <message>
            <source>The text holds a character that cannot be kept.</source>
            <translation>文字里有无法保存的字符。</translation>
        </message>
        <message>
            <source>The text is too long.</source>
            <translation>文字太长。</translation>
        </message>
        <message>
            <source>The time zone is not known.</source>
            <translation>时区无法识别。</translation>
        </message>
        <message>
            <source>The workbook is damaged.</source>
            <translation>工作簿已损坏。</translation>
        </message>
        <message>
            <source>The workbook is protected.</source>
            <translation>工作簿有密码保护。</translation>
        </message>
        <message>
            <source>There are %1 own views already.</source>
            <translation>自建视图已有 %1 个。</translation>
        </message>
        <message>
            <source>There are too many files in the archive.</source>
            <translation>压缩包里的文件太多。</translation>
        </message>
        <message>
            <source>There is a folder of that name.</source>
            <translation>已有同名文件夹。</translation>
        </message>
        <message>
            <source>There is a view of this name already.</source>
            <translation>已经有同名的视图。</translation>
        </message>
        <message>
            <source>There is nothing to import.</source>
            <translation>没有可导入的内容。</translation>
        </message>
        <message>
            <source>This amount cannot be given back.</source>
            <translation>这个金额退不了。</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>这个回答与问题不符。</translation>
        </message>
        <message>
            <source>This can no longer be undone.</source>
            <translation>这一步已不能撤销。</translation>
        </message>
        <message>
            <source>This cannot be done as entered.</source>
            <translation>按现在的填写无法完成。</translation>
        </message>
        <message>
            <source>This cannot be kept.</source>
            <translation>这个数值不能保存。</translation>
        </message>
        <message>
            <source>This clock is computed by a rule.</source>
            <translation>这个时限由规则推算。</translation>
        </message>
        <message>
            <source>This clock is no longer as it was.</source>
            <translation>这个时限已经变了。</translation>
        </message>
        <message>
            <source>This data was written by a newer Aftercase.</source>
            <translation>这份数据由更新版本的售后台写入。</translation>
        </message>
        <message>
            <source>This entry is not there any more.</source>
            <translation>这条记录已不存在。</translation>
        </message>
        <message>
            <source>This file could run something, so it is not opened from here.</source>
            <translation>这个文件可能会运行程序，所以不从这里打开。</translation>
        </message>
        <message>
            <source>This is a folder, not a file.</source>
            <translation>这是文件夹，不是文件。</translation>
        </message>
        <message>
            <source>This is an archive, not a workbook.</source>
            <translation>这是压缩包，不是工作簿。</translation>
        </message>
        <message>
            <source>This is not a shop's data folder.</source>
            <translation>这不是店铺的数据文件夹。</translation>
        </message>
        <message>
            <source>This is not an order file Aftercase knows.</source>
            <translation>不是售后台认识的订单文件。</translation>
        </message>
        <message>
            <source>This moment has passed.</source>
            <translation>这个时间已经过去。</translation>
        </message>
        <message>
            <source>This moment is more than ten years away.</source>
            <translation>这个时间在十年以后。</translation>
        </message>
        <message>
            <source>This remedy is not on offer here.</source>
            <translation>这里没有这种处理方式。</translation>
        </message>
        <message>
            <source>This shop is already open.</source>
            <translation>这个店铺已经打开。</translation>
        </message>
        <message>
            <source>Too many rows cannot be read.</source>
            <translation>读不出的行太多。</translation>
        </message>
        <message>
            <source>Try again. Code: %1</source>
            <translation>请重试。代码：%1</translation>
        </message>
        <message>
            <source>Type an order number, a buyer ID or a tracking number.</source>
            <translation>请输入订单号、买家 ID 或运单号。</translation>
        </message>
        <message>
            <source>Unpack it and add a part of them.</source>
            <translation>请解压后分批添加。</translation>
        </message>
        <message>
            <source>Unpack it and add what is needed.</source>
            <translation>请解压后只添加需要的文件。</translation>
        </message>
        <message>
            <source>Unpack it and choose the file inside.</source>
            <translation>请解压后选择里面的文件。</translation>
        </message>
        <message>
            <source>Unpack it first, then add the files.</source>
            <translation>请先解压，再添加里面的文件。</translation>
        </message>
        <message>
            <source>Unpacked, the archive would be far too large.</source>
            <translation>压缩包解开后会大得离谱。</translation>
        </message>
        <message>
            <source>Wait until it is complete, then try again.</source>
            <translation>等它完成后再试。</translation>
        </message>
        <message>
            <source>Was it moved, or a drive unplugged?</source>
            <translation>是否被移动，或拔掉了移动硬盘？</translation>
        </message>
        <message>
            <source>What was finished before is kept.</source>
            <translation>之前完成的部分已保留。</translation>
        </message>
        <message>
            <source>Write something first.</source>
            <translation>请先填写。</translation>
        </message>
        <message>
            <source>Your saved work is not affected. Copy the details and send them to whoever looks after Aftercase.</source>
            <translation>已保存的内容不受影响。请复制详细信息，发给维护售后台的人。</translation>
        </message>
    </context>
</TS>
