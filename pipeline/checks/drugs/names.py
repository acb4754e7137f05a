"""Names of drugs: what they end with, what many are called, and other names of the same substance.

The endings are those that the World Health Organization publishes for international nonproprietary
names (The use of stems in the selection of INN, 2024), written as English writes them.
"""

STEMS = tuple(
    "acillin acycline azepam barbital bendazole blastine ciclib citabine conazole cortisone coxib dipine "
    "dosterone dralazine enicillin estradiol ethiazide fenac floxacin gatran gesterone gestrel gliflozin "
    "gliptin glitazone grastim lidomide metasone methasone mustine nephrine nercept nidazole ocycline olol "
    "othiazide oxetine pamil parib peridol peridone picillin pramine prazole prednisolone prednisone prilat "
    "pristone profen prostol racetam rafenib reotide rubicin semide setron stigmine teplase thromycin "
    "ticasone tinib tosterone triptan triptyline vaptan vastatin xicillin xycline zomib".split()
)
"""Endings that make a long word a drug in every language that is written with Latin letters."""
ENGLISH_STEMS = tuple(
    "adol afil alol apine arabine arone astine azolam bactam caine cillin curium curonium cycline dronate "
    "fibrate giline glutide grelor lukast mab mantadine methorphan micin monam mycin onidine oxacin oxicam "
    "parin penem phylline platin pril promazine quine rizine rolimus rozole sartan statin sterone tadine "
    "taxel terol thiazide tidine trexate vir vudine xaban zolid zoline zosin".split()
)
"""Endings that do so in English; elsewhere they are those of ordinary words, as of `servir` or `llamaba`."""
NOT_DRUGS = frozenset(
    "anticholesterol aspirino centumvir cholesterol cinchonidine coumarone cytidine decemvir "
    "dehydrocholesterol duumvir elzevir ergosterol guadalquivir histidine hydrastine lumisterol "
    "mycosterol métadonnée métadonnées phenetidine phytosterol septemvir sitosterol stigmasterol "
    "triumvir viosterol".split()
)
"""Words that end like drugs, or are spelt like one by rule."""

NAMES = frozenset(
    "paracetamol acetaminophen aspirin insulin heparin warfarin metformin morphine codeine methadone "
    "fentanyl sufentanil remifentanil alfentanil oxycodone hydrocodone hydromorphone buprenorphine naloxone "
    "naltrexone pethidine meperidine tramadol trazodone ketamine propofol penicillin adrenaline epinephrine "
    "noradrenaline norepinephrine dopamine dobutamine isoprenaline isoproterenol salbutamol albuterol "
    "atropine digoxin amiodarone adenosine furosemide spironolactone amiloride hydralazine hydroxyzine "
    "clonidine lidocaine lignocaine levothyroxine carbimazole prednisone prednisolone methylprednisolone "
    "hydrocortisone cortisone budesonide dexamethasone betamethasone methotrexate azathioprine "
    "cyclophosphamide ciclosporin cyclosporine cycloserine hydroxyurea hydroxycarbamide vinblastine "
    "vincristine vinorelbine daunorubicin doxorubicin idarubicin epirubicin cisplatin carboplatin "
    "oxaliplatin tamoxifen allopurinol colchicine carbamazepine oxcarbazepine phenytoin phenobarbital "
    "valproate lamotrigine gabapentin pregabalin topiramate chlorpromazine chlorpropamide haloperidol "
    "risperidone olanzapine quetiapine clozapine bupropion buspirone citalopram escitalopram sertraline "
    "venlafaxine mirtazapine diazepam lorazepam clonazepam midazolam alprazolam quinine quinidine "
    "chloroquine hydroxychloroquine primaquine isoniazid rifampicin rifampin rifaximin ethambutol "
    "pyrazinamide trimethoprim sulfadiazine sulfasalazine mesalazine mesalamine nitrofurantoin glipizide "
    "glyburide glibenclamide glimepiride gliclazide tolbutamide nitroglycerin nitroglycerine diltiazem "
    "verapamil clopidogrel ticlopidine enoxaparin dalteparin rivaroxaban apixaban dabigatran ipratropium "
    "tiotropium theophylline aminophylline salmeterol formoterol loperamide metoclopramide domperidone "
    "ranitidine famotidine cimetidine cetirizine loratadine diphenhydramine dimenhydrinate oxytocin "
    "misoprostol interferon gentamicin vancomycin azithromycin erythromycin clarithromycin clindamycin "
    "amoxicillin ampicillin cefazolin cefuroxime ceftriaxone cefotaxime ceftazidime cefalexin cephalexin "
    "doxycycline tetracycline metronidazole fluconazole aciclovir acyclovir ganciclovir oseltamivir "
    "zidovudine ibuprofen naproxen diclofenac ketorolac amlodipine nifedipine nimodipine losartan valsartan "
    "enalapril captopril lisinopril ramipril atenolol metoprolol propranolol bisoprolol atorvastatin "
    "simvastatin omeprazole esomeprazole ephedrine pseudoephedrine metamizole dipyrone suxamethonium "
    "neostigmine methylphenidate acetylcysteine torasemide torsemide meloxicam piroxicam semaglutide "
    "liraglutide candesartan irbesartan olmesartan telmisartan cytarabine montelukast meropenem paclitaxel "
    "docetaxel alendronate fenofibrate perindopril quinapril fosinopril benazepril trandolapril tacrolimus "
    "sirolimus everolimus lamivudine nystatin somatostatin tobramycin neomycin streptomycin bleomycin "
    "mitomycin daptomycin minocycline dextromethorphan".split()
)
"""Well-known names, most of them without an ending of their own, and those that are taken for one another."""

SAME: tuple[tuple[str, ...], ...] = (
    ("paracetamol", "acetaminophen"),
    ("aspirin", "acetylsalicyl", "AAS", "ASA", "ASS"),
    ("adrenaline", "epinephrine", "suprarenin"),
    ("noradrenaline", "norepinephrine", "arterenol"),
    ("salbutamol", "albuterol"),
    ("levosalbutamol", "levalbuterol"),
    ("isoprenaline", "isoproterenol"),
    ("orciprenaline", "metaproterenol"),
    ("pethidine", "meperidine"),
    ("morphine", "morphium"),
    ("dextropropoxyphene", "propoxyphene"),
    ("furosemide", "frusemide", "fursemide"),
    ("torasemide", "torsemide"),
    ("glibenclamide", "glyburide"),
    ("rifampicin", "rifampin"),
    ("lidocaine", "lignocaine", "xylocaine"),
    ("procaine", "novocaine"),
    ("tetracaine", "amethocaine"),
    ("phenobarbital", "phenobarbitone"),
    ("pentobarbital", "pentobarbitone"),
    ("amobarbital", "amylobarbitone"),
    ("thiopental", "thiopentone", "penthiobarbital"),
    ("levothyroxine", "thyroxine"),
    ("hydroxycarbamide", "hydroxyurea"),
    ("nitroglycerin", "trinitrin", "trinitroglycerin", "glyceryl"),
    ("mesalazine", "mesalamine"),
    ("sulfasalazine", "salazosulfapyridine", "salazopyrin"),
    ("metamizole", "dipyrone", "noramidopyrine", "novaminsulfon"),
    ("suxamethonium", "succinylcholine"),
    ("bendroflumethiazide", "bendrofluazide"),
    ("doxorubicin", "adriamycin"),
    ("dactinomycin", "actinomycin"),
    ("alimemazine", "trimeprazine"),
    ("levomepromazine", "methotrimeprazine"),
    ("interferon", "IFN"),
    ("hydrocortisone", "cortisol"),
    ("oxytocin", "ocytocin"),
)
"""Names of one substance, as English writes them; those in capitals stand as they are."""

PREFIXES = frozenset("destro desosi etil fluor idro idrosi klor levo metil pseud pseudo remi".split())
"""What makes another drug of one in front of its name, as `drugs.skeleton` leaves it; all shorter ones do."""
