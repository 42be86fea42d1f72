<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>packet_proof</name>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A file ending in .p12 or .pfx, with its private key. The key is kept locked by the same passphrase.</source>
            <translation>以 .p12 或 .pfx 结尾、带私钥的文件。私钥仍用同一个口令锁住保存。</translation>
        </message>
        <message>
            <source>A lost passphrase is lost: nobody can bring it back, and a new certificate has to be made.</source>
            <translation>口令忘了就找不回来，只能重新做一张证书。</translation>
        </message>
        <message>
            <source>A lost password is lost: nobody can open the file any more.</source>
            <translation>密码忘了就打不开了，谁也恢复不了。</translation>
        </message>
        <message>
            <source>AES-256; only who has it can open the file.</source>
            <translation>AES-256 加密，知道密码才能打开。</translation>
        </message>
        <message>
            <source>About 20 Chinese characters fit.</source>
            <translation>大约可放 20 个汉字。</translation>
        </message>
        <message>
            <source>About 40 Chinese characters or 120 letters fit.</source>
            <translation>大约可放 40 个汉字或 120 个字母。</translation>
        </message>
        <message>
            <source>Address of an RFC 3161 server. It proves when a packet was signed; only a hash is sent to it. Empty: none.</source>
            <translation>RFC 3161 服务器地址，用来证明签名的时间，只会发送一个校验值。留空则不用。</translation>
        </message>
        <message>
            <source>Any change shows, and who signed.</source>
            <translation>谁签的、有没有被改动，一看便知。</translation>
        </message>
        <message>
            <source>As receivers see it</source>
            <translation>对方看到的名字</translation>
        </message>
        <message>
            <source>At least %1 characters.</source>
            <translation>至少 %1 个字符。</translation>
        </message>
        <message>
            <source>At least 8 characters; asked once each time the program runs</source>
            <translation>至少 8 个字符；每次打开软件后问一次</translation>
        </message>
        <message>
            <source>At most %1 characters.</source>
            <translation>最多 %1 个字符。</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translation>正在核验</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Certificate for packets</source>
            <translation>材料签名证书</translation>
        </message>
        <message>
            <source>Certificates with a key</source>
            <translation>带私钥的证书</translation>
        </message>
        <message>
            <source>Choose a file ending in .p12 or .pfx.</source>
            <translation>请选择以 .p12 或 .pfx 结尾的文件。</translation>
        </message>
        <message>
            <source>Choose a receiver that takes a PDF, or do not sign and lock.</source>
            <translation>请选择收 PDF 的接收方，或者不签名、不加密码。</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>请换一个文件。</translation>
        </message>
        <message>
            <source>Choose file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copy result</source>
            <translation>复制结果</translation>
        </message>
        <message>
            <source>Drop a packet here: a PDF, a ZIP, a folder, or one of its files.</source>
            <translation>把材料拖到这里：PDF、ZIP、文件夹，或其中一个文件。</translation>
        </message>
        <message>
            <source>Export for receivers</source>
            <translation>导出给对方</translation>
        </message>
        <message>
            <source>Export for receivers…</source>
            <translation>导出给对方…</translation>
        </message>
        <message>
            <source>Export it again together with its private key.</source>
            <translation>请连同私钥一起重新导出。</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Forget it and make a new one, or import the renewed one.</source>
            <translation>请移除后重新制作，或导入续期的证书。</translation>
        </message>
        <message>
            <source>Forget it first if another one is to be used.</source>
            <translation>要换一张，请先移除它。</translation>
        </message>
        <message>
            <source>Forget it, then make or import it again.</source>
            <translation>请移除它，再重新制作或导入。</translation>
        </message>
        <message>
            <source>Forget the certificate?</source>
            <translation>移除证书？</translation>
        </message>
        <message>
            <source>Forget…</source>
            <translation>移除…</translation>
        </message>
        <message>
            <source>Go without a time stamp</source>
            <translation>不加时间戳</translation>
        </message>
        <message>
            <source>How the next packet is closed</source>
            <translation>下一份材料怎样封存</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import a certificate</source>
            <translation>导入证书</translation>
        </message>
        <message>
            <source>Import a certificate of your own</source>
            <translation>导入自己的证书</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>It begins with http:// or https:// and holds no password.</source>
            <translation>以 http:// 或 https:// 开头，不能带用户名和密码。</translation>
        </message>
        <message>
            <source>It is asked once each time the program runs.</source>
            <translation>每次打开软件后问一次。</translation>
        </message>
        <message>
            <source>It is compared with what was made here, with its signature, and with its list of sums. Nothing is changed.</source>
            <translation>会和本店的记录、文件的签名、校验清单逐一对照，不会改动任何东西。</translation>
        </message>
        <message>
            <source>Its key is deleted and cannot be brought back. What was signed stays signed; new packets cannot be signed with it.</source>
            <translation>私钥会被删除，无法恢复。已签名的材料仍然有效，但不能再用它签新的材料。</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Keys of this kind are not used for signing here.</source>
            <translation>这种密钥不能用来签名。</translation>
        </message>
        <message>
            <source>Lock with a password</source>
            <translation>加打开密码</translation>
        </message>
        <message>
            <source>Look inside</source>
            <translation>打开检查</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>制作</translation>
        </message>
        <message>
            <source>Make a certificate</source>
            <translation>制作证书</translation>
        </message>
        <message>
            <source>Make a certificate for this shop</source>
            <translation>为本店制作证书</translation>
        </message>
        <message>
            <source>Make one or import one first.</source>
            <translation>请先制作或导入一张。</translation>
        </message>
        <message>
            <source>Make one…</source>
            <translation>制作…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Nothing was made. The packet can be signed without a time stamp.</source>
            <translation>材料没有生成。可以只签名，不加时间戳。</translation>
        </message>
        <message>
            <source>Nothing was made. Try again later, or go without a time stamp.</source>
            <translation>材料没有生成。可以稍后再试，或者不加时间戳。</translation>
        </message>
        <message>
            <source>Of the certificate; asked once each time the program runs</source>
            <translation>证书的口令；每次打开软件后问一次</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Only a PDF can be signed or locked.</source>
            <translation>只有 PDF 才能签名或加密码。</translation>
        </message>
        <message>
            <source>Only characters that can be seen, without line ends.</source>
            <translation>只能用看得见的字符，不能换行。</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>Passphrase once more</source>
            <translation>再输一次口令</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>文件密码</translation>
        </message>
        <message>
            <source>Password once more</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>Platforms, banks and courts usually refuse locked files. Ask before you lock one, and send the password another way.</source>
            <translation>平台、银行和法院一般不收加密文件。加密前先问清楚，密码另外发送。</translation>
        </message>
        <message>
            <source>RSA from 2048 bits, or EC P-256.</source>
            <translation>可用 2048 位以上的 RSA，或 EC P-256。</translation>
        </message>
        <message>
            <source>RSA is read by every program; EC makes smaller files</source>
            <translation>RSA 所有软件都认，EC 生成的文件更小</translation>
        </message>
        <message>
            <source>Sign and lock</source>
            <translation>签名与加密</translation>
        </message>
        <message>
            <source>Sign with the shop's certificate</source>
            <translation>用店铺证书签名</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>强度</translation>
        </message>
        <message>
            <source>The certificate was valid until %1.</source>
            <translation>证书在 %1 已到期。</translation>
        </message>
        <message>
            <source>The kept certificate is damaged.</source>
            <translation>保存的证书已损坏。</translation>
        </message>
        <message>
            <source>The name is too long for a certificate.</source>
            <translation>名称太长，证书里放不下。</translation>
        </message>
        <message>
            <source>The next packet will be %1.</source>
            <translation>下一份材料将：%1。</translation>
        </message>
        <message>
            <source>The one this file was exported with</source>
            <translation>导出这个文件时设的口令</translation>
        </message>
        <message>
            <source>The passphrase does not open this file.</source>
            <translation>口令打不开这个文件。</translation>
        </message>
        <message>
            <source>The passphrase holds a character that cannot be typed.</source>
            <translation>口令里有打不出来的字符。</translation>
        </message>
        <message>
            <source>The passphrase is too long.</source>
            <translation>口令太长。</translation>
        </message>
        <message>
            <source>The passphrase is too short.</source>
            <translation>口令太短。</translation>
        </message>
        <message>
            <source>The passphrase is wrong.</source>
            <translation>口令不对。</translation>
        </message>
        <message>
            <source>The passphrase of the certificate is needed.</source>
            <translation>需要证书的口令。</translation>
        </message>
        <message>
            <source>The password holds a character that cannot be typed.</source>
            <translation>密码里有打不出来的字符。</translation>
        </message>
        <message>
            <source>The password is too long.</source>
            <translation>密码太长。</translation>
        </message>
        <message>
            <source>The password is too short.</source>
            <translation>密码太短。</translation>
        </message>
        <message>
            <source>The time stamp server gave no stamp: %1.</source>
            <translation>时间戳服务器没有给出时间戳：%1。</translation>
        </message>
        <message>
            <source>The two are not the same.</source>
            <translation>两次输入不一样。</translation>
        </message>
        <message>
            <source>There is a certificate already.</source>
            <translation>已经有一张证书了。</translation>
        </message>
        <message>
            <source>There is no certificate.</source>
            <translation>还没有证书。</translation>
        </message>
        <message>
            <source>There is no private key in this file, so it cannot sign.</source>
            <translation>文件里没有私钥，不能用来签名。</translation>
        </message>
        <message>
            <source>There is none yet. With a certificate packets can be signed, so that any change to them shows.</source>
            <translation>还没有证书。有了证书，材料可以签名，有任何改动都看得出来。</translation>
        </message>
        <message>
            <source>This certificate is not valid today; it ends %1.</source>
            <translation>这张证书今天不在有效期内，截止 %1。</translation>
        </message>
        <message>
            <source>This certificate was not issued for signing documents.</source>
            <translation>这张证书不是用来签文件的。</translation>
        </message>
        <message>
            <source>This file is far too large for a certificate.</source>
            <translation>这个文件太大，不可能是证书。</translation>
        </message>
        <message>
            <source>This is no address of a time stamp server.</source>
            <translation>这不是时间戳服务器的地址。</translation>
        </message>
        <message>
            <source>This is not a certificate file.</source>
            <translation>这不是证书文件。</translation>
        </message>
        <message>
            <source>This name cannot stand in a certificate.</source>
            <translation>这个名称不能写进证书。</translation>
        </message>
        <message>
            <source>Time stamp</source>
            <translation>时间戳</translation>
        </message>
        <message>
            <source>Type it again. Nobody can tell it but who chose it.</source>
            <translation>请再输一次。口令只有设的人知道，别处查不到。</translation>
        </message>
        <message>
            <source>Type it again; if it is right, the file is damaged.</source>
            <translation>请再输一次；如果口令没错，就是文件坏了。</translation>
        </message>
        <message>
            <source>Use for the next packet</source>
            <translation>用于下一份材料</translation>
        </message>
        <message>
            <source>Use letters and numbers that are seen.</source>
            <translation>请只用看得见的文字和数字。</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>核验</translation>
        </message>
        <message>
            <source>Verify a packet</source>
            <translation>核验材料</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>核验结果</translation>
        </message>
        <message>
            <source>With a time stamp</source>
            <translation>加时间戳</translation>
        </message>
        <message>
            <source>With a time stamp of %1</source>
            <translation>加时间戳，服务器：%1</translation>
        </message>
        <message>
            <source>With it packets are signed, so that any change shows. It names the shop but is not vouched for by an authority: give receivers the exported certificate or its fingerprint. It is valid for 10 years.</source>
            <translation>材料用它签名后，有任何改动都看得出来。证书上是店铺的名字，但没有认证机构担保：请把导出的证书或指纹发给对方。有效期 10 年。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more; all are in what is copied</source>
            <translation>
                <numerusform>另有 %n 个，复制结果里有全部</numerusform>
            </translation>
        </message>
        <message>
            <source>fair</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>issued by %1</source>
            <translation>由 %1 签发</translation>
        </message>
        <message>
            <source>locked with a password</source>
            <translation>加打开密码</translation>
        </message>
        <message>
            <source>made here</source>
            <translation>本机制作</translation>
        </message>
        <message>
            <source>no file chosen</source>
            <translation>未选择文件</translation>
        </message>
        <message>
            <source>shop certificate.cer</source>
            <translation>店铺证书.cer</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>signed and time stamped</source>
            <translation>签名并加时间戳</translation>
        </message>
        <message>
            <source>signs what leaves the shop</source>
            <translation>给发出去的材料签名</translation>
        </message>
        <message>
            <source>strong</source>
            <translation>强</translation>
        </message>
        <message>
            <source>weak: soon guessed</source>
            <translation>弱，很快会被猜到</translation>
        </message>
    </context>
</TS>
