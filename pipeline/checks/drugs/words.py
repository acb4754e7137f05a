"""Well-known drugs in Chinese, Japanese and Arabic, whose letters are not those of the international names.

After the Chinese Approved Drug Names, the Japanese Accepted Names and usage.
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in table.strip().splitlines())
    return {name: tuple(words) for name, *words in rows}


WORDS = {
    "zh": _read("""
        paracetamol 对乙酰氨基酚 扑热息痛
        aspirin 阿司匹林 乙酰水杨酸
        ibuprofen 布洛芬
        naproxen 萘普生
        diclofenac 双氯芬酸
        insulin 胰岛素
        metformin 二甲双胍
        glipizide 格列吡嗪
        glibenclamide 格列本脲
        glimepiride 格列美脲
        gliclazide 格列齐特
        heparin 肝素
        enoxaparin 依诺肝素
        warfarin 华法林
        rivaroxaban 利伐沙班
        apixaban 阿哌沙班
        morphine 吗啡
        hydromorphone 氢吗啡酮
        codeine 可待因
        fentanyl 芬太尼
        sufentanil 舒芬太尼
        remifentanil 瑞芬太尼
        oxycodone 羟考酮
        hydrocodone 氢可酮
        tramadol 曲马多
        trazodone 曲唑酮
        ketamine 氯胺酮
        adrenaline 肾上腺素
        noradrenaline 去甲肾上腺素
        dopamine 多巴胺
        dobutamine 多巴酚丁胺
        prednisone 泼尼松 强的松
        prednisolone 泼尼松龙 强的松龙
        methylprednisolone 甲泼尼龙 甲基泼尼松龙 甲强龙
        hydrocortisone 氢化可的松
        cortisone 可的松
        dexamethasone 地塞米松
        betamethasone 倍他米松
        penicillin 青霉素
        penicillamine 青霉胺
        amoxicillin 阿莫西林
        ampicillin 氨苄西林
        cefazolin 头孢唑林
        cefuroxime 头孢呋辛
        ceftriaxone 头孢曲松
        cefotaxime 头孢噻肟
        azithromycin 阿奇霉素
        erythromycin 红霉素
        clarithromycin 克拉霉素
        vancomycin 万古霉素
        gentamicin 庆大霉素
        metronidazole 甲硝唑
        vinblastine 长春碱 长春花碱
        vincristine 长春新碱
        daunorubicin 柔红霉素
        doxorubicin 多柔比星 阿霉素
        methotrexate 甲氨蝶呤
        cisplatin 顺铂
        carboplatin 卡铂
        clonidine 可乐定
        clonazepam 氯硝西泮
        diazepam 地西泮
        lorazepam 劳拉西泮
        midazolam 咪达唑仑
        carbamazepine 卡马西平
        oxcarbazepine 奥卡西平
        hydralazine 肼屈嗪 肼苯哒嗪
        hydroxyzine 羟嗪
        chlorpromazine 氯丙嗪
        amlodipine 氨氯地平
        nifedipine 硝苯地平
        losartan 氯沙坦
        valsartan 缬沙坦
        enalapril 依那普利
        captopril 卡托普利
        lisinopril 赖诺普利
        atenolol 阿替洛尔
        metoprolol 美托洛尔
        propranolol 普萘洛尔
        furosemide 呋塞米 速尿
        spironolactone 螺内酯
        digoxin 地高辛
        amiodarone 胺碘酮
        atorvastatin 阿托伐他汀
        simvastatin 辛伐他汀
        omeprazole 奥美拉唑
        esomeprazole 艾司奥美拉唑 埃索美拉唑
        ranitidine 雷尼替丁
        famotidine 法莫替丁
        salbutamol 沙丁胺醇
        levothyroxine 左甲状腺素
        aciclovir 阿昔洛韦
        ganciclovir 更昔洛韦
        quinine 奎宁
        quinidine 奎尼丁
        chloroquine 氯喹
        hydroxychloroquine 羟氯喹
        isoniazid 异烟肼
        rifampicin 利福平
        ciclosporin 环孢素
        tacrolimus 他克莫司
    """),
    "ja": _read("""
        paracetamol アセトアミノフェン パラセタモール
        aspirin アスピリン アセチルサリチル酸
        ibuprofen イブプロフェン
        naproxen ナプロキセン
        diclofenac ジクロフェナク
        insulin インスリン インシュリン
        metformin メトホルミン
        glipizide グリピジド
        glibenclamide グリベンクラミド
        glimepiride グリメピリド
        gliclazide グリクラジド
        heparin ヘパリン
        enoxaparin エノキサパリン
        dalteparin ダルテパリン
        warfarin ワルファリン ワーファリン
        morphine モルヒネ
        hydromorphone ヒドロモルフォン
        codeine コデイン
        fentanyl フェンタニル
        remifentanil レミフェンタニル
        oxycodone オキシコドン
        hydrocodone ヒドロコドン
        tramadol トラマドール
        trazodone トラゾドン
        ketamine ケタミン
        adrenaline アドレナリン エピネフリン
        noradrenaline ノルアドレナリン ノルエピネフリン
        dopamine ドパミン ドーパミン
        dobutamine ドブタミン
        prednisone プレドニゾン
        prednisolone プレドニゾロン
        methylprednisolone メチルプレドニゾロン
        hydrocortisone ヒドロコルチゾン
        cortisone コルチゾン
        dexamethasone デキサメタゾン
        betamethasone ベタメタゾン
        penicillin ペニシリン
        penicillamine ペニシラミン
        amoxicillin アモキシシリン
        ampicillin アンピシリン
        cefazolin セファゾリン
        cefuroxime セフロキシム
        ceftriaxone セフトリアキソン
        cefotaxime セフォタキシム
        azithromycin アジスロマイシン
        erythromycin エリスロマイシン
        clarithromycin クラリスロマイシン
        vancomycin バンコマイシン
        gentamicin ゲンタマイシン
        metronidazole メトロニダゾール
        vinblastine ビンブラスチン
        vincristine ビンクリスチン
        daunorubicin ダウノルビシン
        doxorubicin ドキソルビシン
        methotrexate メトトレキサート
        cisplatin シスプラチン
        carboplatin カルボプラチン
        clonidine クロニジン
        clonazepam クロナゼパム
        diazepam ジアゼパム
        lorazepam ロラゼパム
        midazolam ミダゾラム
        carbamazepine カルバマゼピン
        oxcarbazepine オクスカルバゼピン
        hydralazine ヒドララジン
        hydroxyzine ヒドロキシジン
        chlorpromazine クロルプロマジン
        amlodipine アムロジピン
        nifedipine ニフェジピン
        losartan ロサルタン
        valsartan バルサルタン
        enalapril エナラプリル
        captopril カプトプリル
        lisinopril リシノプリル
        atenolol アテノロール
        metoprolol メトプロロール
        propranolol プロプラノロール
        furosemide フロセミド
        spironolactone スピロノラクトン
        digoxin ジゴキシン
        amiodarone アミオダロン
        atorvastatin アトルバスタチン
        simvastatin シンバスタチン
        omeprazole オメプラゾール
        esomeprazole エソメプラゾール
        ranitidine ラニチジン
        famotidine ファモチジン
        salbutamol サルブタモール
        levothyroxine レボチロキシン
        aciclovir アシクロビル
        ganciclovir ガンシクロビル
        quinine キニーネ
        quinidine キニジン
        chloroquine クロロキン
        hydroxychloroquine ヒドロキシクロロキン
        isoniazid イソニアジド
        rifampicin リファンピシン
        ciclosporin シクロスポリン
        tacrolimus タクロリムス
    """),
    "ar": _read("""
        paracetamol باراسيتامول أسيتامينوفين
        aspirin أسبرين
        ibuprofen إيبوبروفين
        diclofenac ديكلوفيناك
        insulin أنسولين
        heparin هيبارين
        enoxaparin إينوكسابارين
        warfarin وارفارين
        metformin ميتفورمين
        metronidazole ميترونيدازول
        morphine مورفين
        codeine كودايين كوديين
        fentanyl فنتانيل فينتانيل
        tramadol ترامادول
        ketamine كيتامين
        adrenaline أدرينالين إبينفرين إيبينيفرين
        noradrenaline نورأدرينالين نورإبينفرين نورإيبينيفرين
        dopamine دوبامين
        dobutamine دوبوتامين
        prednisone بريدنيزون
        prednisolone بريدنيزولون
        methylprednisolone ميثيلبريدنيزولون
        hydrocortisone هيدروكورتيزون
        cortisone كورتيزون
        dexamethasone ديكساميثازون
        penicillin بنسلين بنيسيلين
        penicillamine بنيسيلامين
        amoxicillin أموكسيسيلين
        ampicillin أمبيسيلين
        azithromycin أزيثروميسين أزيثرومايسين
        erythromycin إريثروميسين إريثرومايسين
        vancomycin فانكوميسين فانكومايسين
        gentamicin جنتاميسين
        vinblastine فينبلاستين
        vincristine فينكريستين
        daunorubicin داونوروبيسين
        doxorubicin دوكسوروبيسين
        methotrexate ميثوتريكسات
        cisplatin سيسبلاتين
        carboplatin كاربوبلاتين
        clonidine كلونيدين
        clonazepam كلونازيبام
        diazepam ديازيبام
        carbamazepine كاربامازيبين
        amlodipine أملوديبين
        nifedipine نيفيديبين
        losartan لوسارتان
        valsartan فالسارتان
        furosemide فوروسيميد
        digoxin ديجوكسين
        atorvastatin أتورفاستاتين
        simvastatin سيمفاستاتين
        omeprazole أوميبرازول
        esomeprazole إيسوميبرازول
        salbutamol سالبوتامول
        aciclovir أسيكلوفير
        ganciclovir جانسيكلوفير
    """),
}
"""For each language an international name, and its names there."""
