"""French. “ne … pas” is one negation: negations within a clause count once."""

LEXICON: dict[str, str] = {
    "wait": "attend*|patientez|patienter|patienté|repos*",
    "expletive": "à moins que|à moins qu'|avant que|avant qu'|de peur que|de crainte que|de peur qu'"
    "|de crainte qu'",
    "restrictive": "que les|que lorsque|qu'après|qu'avec|qu'en cas|guère|que|qu'|pas plus de|pas moins de"
    "|pas plus d'|hésit*",
    "limit": "ne dépassant pas|n'excédant pas|non supérieur|non supérieure"
    "|pas plus de|sans dépasser|sans excéder|au plus",
    "wrong": "inadéquat*|incorrect*|abusi*|mauvais*|erroné*|inappropri*",
    "forget": "oubli*",
    "beyond": "plus qu'|plus que"
    "|plus de|plus d'|dépass*|excéd*|excède*|plus longtemps que|supérieur*|au-dessus|au-delà"
    "|plus haut que",
    "unless?": "exception|excepté*|en dehors de|à part",
    "unless": "sauf|à moins que|hormis|sauf si",
    "unable": "impossible*|incapable*|incapacité|handicap*|n'est pas en mesure|ne sont pas en mesure"
    "|n'êtes pas en mesure|n'est pas capable|ne sont pas capables|n'êtes pas capable",
    "not": "^ni|ne|n'|pas|jamais|aucun|aucune|rien|personne ne|nul|nulle|non",
    "not?": "cesse de|cessent de|cessera de|cesser de|cesseront de|pas nécessairement|pas forcément"
    "|pas obligatoirement|pas >avant|indemne*|intact*|ignor*|oubli*|perd*|négatif*|négativ*|passez-vous"
    "|se passer|passer de|dispens*|sans dépasser|sans excéder|seulement après|imprévisib*|omett*|omis"
    "|omettre|refus*|renonc*|absten*|exclu*|écart*|guère|inchang*|mal|invalid*|inaccept*|sinon|faute"
    "|impossible*|incapable*|incapacité|manque*|échou*|échec|sauf|rarement|à peine|plutôt que|au lieu|peu"
    "|hormis|éviter|évitez|évite*|empêch*|à moins que|insuffisan*|absence|dépourvu*|exempt*|interdit*"
    "|interdi*|indépend*|inefficac*|insécur*|inadéquat*|inutile*|instable*|incontrôl*|irréversib*"
    "|inhabituel*|incertain*|inconnu*|incomplet*|incorrect*|involontaire*|irrégul*|déconseill*|imprév*"
    "|intoléran*|contre-indi*|indolore*|inadapt*|difficile*|invisib*|inoffens*|inacti*|injustifi*|non"
    "|pas moins de|pas plus de|personne|nage|in*able|in*ables|in*ible|in*ibles|im*ables|im*ible|im*ibles"
    "|ir*ible|ir*able|ou non|ou pas|hors|hors de|en dehors|gratuit*|dispense*|vide|vides|zéro|nul|nulle"
    "|nuls|nulles|suffi*|pieds nus|démuni*|privé*|pauvre*|sauter|toute autre|plus qu'aucun|plus que|échapp*"
    "|déroger|s'oppos*|lieu de|invalide*|tout sauf|immobile*|sans exception|qu'après|qu'avec|qu'en cas"
    "|im*able|pas moins d'|si ce n'est|annul*|caduc*|échoué*|néglig*|au plus tard|n'est pas en mesure"
    "|ne sont pas en mesure|n'êtes pas en mesure|n'est pas capable|ne sont pas capables|n'êtes pas capable"
    "|à jeun|asymptom*",
    "without": "sans jamais|sans",
    "only": "seulement après|seulement|uniquement|exclusivement|ne que|simplement|rien que|^seul|^seule"
    "|^seuls|^seules",
    "only?": "qu'avec|qu'après|qu'en cas|seul|seule|seuls|seules|que|qu'|unique*|exclusif|exclusive"
    "|limité*|sauf|juste|à peine|réserv*|que les|suffi*|à condition|pourvu|dès que|simple|simples"
    "|sous réserve|exclusivement|à elle seule|à lui seul|que lorsque|uniquement|dans la limite"
    "|tout ce qu'|minimum|pur|pure|purement|ne … que|n' … que|n' … qu'|ne … qu'|limiter|limitent"
    "|se limite|limitant",
    "must": "doit|doivent|devrait|devraient|devra|devront|il faut|faut|obligatoire*|devez|faudra"
    "|faudrait|doive|dois|devons|devait|tenu de|tenus de|est requis*",
    "must?": "conviend*"
    "|devrez|devrons|devrais|devriez|devait|devaient|dû|due|dut|durent|contraint*|forcé*"
    "|vaut mieux|préférable*|de préférence|mieux|nécessit*|nécessaire*|besoin|exig*|requi*"
    "|indispensable*|essentiel*|recommand*|conseill*|convient|veillez|assurez|important*"
    "|impérati*|à adapter|impose*|oblig*|devoir|veiller|primordial*|suffi*|pensez|prière"
    "|mieux vaut|tâche*|crucial*|vital*|prescri*|préfér*|suggér*|astreint*|soumis*|incombe*"
    "|n'oubliez|avoir à|avez à|a à|ont à|il s'agit|s'impos*|incontournable*|fondamental*|fallu"
    "|fallait|faille|devrions|devant|doivent|urgent|urgente|urgemment",
    "may": "peut|peuvent|pourrait|pourraient|peut-être|possiblement|puisse|puissent|pourra|pourront"
    "|éventuellement|puis-je|pourrez|pourrai|pourrons|pourras|pourriez|puissiez|peux|pouvez"
    "|pouvons|il se peut|se peut|pourrais",
    "may?": "peut atteindre|peuvent atteindre|pouvant atteindre|possible*|capable*|probable*|probablement"
    "|potentiel*|permet*|possibilité*|parfois|susceptible*|éventuel*|apte*|pouvoir|aurait|auraient|pouvez"
    "|adapté*|facultatif|permis*|capacité|semble*|pu|hypoth*|théor*|convien*|sont de nature|autoris*"
    "|en mesure|à même|a pu|ont pu|pouvait|pouvaient|ait pu|loisible|risque|risquent|risquer|il arrive >que"
    "|il arrive >qu'|arrive parfois|il peut arriver",
    "avoid": "éviter|évitez|évite|évitent|évitant|évité*|absten*|abstien*",
    "contraindicated": "contre-indi*|contrindi*|interdit*|proscri*|prohib*|interdic*",
    "before": "avant|préalable*|préalablement|auparavant",
    "before?": "précèd*|précéd*|antérieur*|jusqu'à|d'ici",
    "after": "après|ensuite|à la suite|par la suite|ultérieurement",
    "after?": "suivant*|suite|puis|depuis|postérieur*|dès|à l'issue|au terme|une fois|ultérieur*|lendemain"
    "|au bout de|au bout d’|à l’issue",
    "increase": "augment*|accro*|hauss*|élev*|croî*|croissan*|renfor*|major*|monte*|croiss*",
    "increase?": "supérieur*|plus",
    "decrease?": "moins|inférieur*|moindre",
    "decrease": "tomb*|recul*|diminu*|rédui*|réduct*|baiss*|abaiss*|décroî*|atténu*|recul*|chut*",
    "improve": "amélior*|soulag*|mieux|meilleur*|allég*|bienfait*",
    "worsen": "aggrav*|empir*|pire|détérior*|exacerb*|dégrad*|pires",
    "often": "souvent|fréquent*|généralement|en général|courant*|couramment|habituel*|toujours"
    "|normalement|plupart|fréquemment",
    "seldom": "rare|rares|rarement|peu fréquent*|peu courant*|jamais|inhabituel*|exceptionnel*",
    "safe": "sûr|sûre|sûrs|sûres|sans danger|sécuri*|inoffens*|sans risque|sans risques",
    "unsafe": "dangereu*|nocif*|nociv*|risqué*|nuisible*",
    "effective": "efficac*",
    "ineffective": "inefficac*|inutile*|inutilisable*",
    "start": "commenc*|débu*|démarr*|instaur*|entam*|initi*",
    "stop": "arrêt*|cess*|interromp*|interrupt*|suspend*|mettre fin",
    "plain": "indispens*|inflam*|interchang*|inoxyd*|ne tarde pas à|ne tardent pas à|ne tardera pas à"
    "|une fois par|une fois tous|une fois toutes|sans délai|sans tarder|sans retard|non seulement"
    "|plus ou moins|au moins|pas seulement|sans doute|n'est-ce pas|non plus|plus de|moins de|à moins de"
    "|du moins|pas uniquement|plus d'|moins d'|en plus|de plus en plus|déjà|début|non-stop|n'importe"
    "|pas à pas|le plus|la plus|les plus|premier pas|premiers pas|un pas|le pas|n'importe quel"
    "|n'importe quelle|n'importe quand|n'importe où|ne serait-ce|d'aucuns|indiqué*|injecté*|inclus*"
    "|infecté*|informé*|intéressé*|inhalé*|intégré*|installé*|incliné*|invité*|inséré*|initié*|incité*"
    "|inspiré*|intubé*|le plus souvent|ni plus ni moins|rien de plus|injectable*|inhalable*|imag*"
    "|avec ou sans|forcément|n'hésitez pas|n'hésite pas|n'hésitons pas|ne pas hésiter|indésirable*"
    "|imperméab*|implantab*|impeccab*|imputab*|imposable*|imprimab*|ou sans >.|ou sans >,|soit ou non"
    "|soient ou non",
    "clause": "et|mais|ou|car|qui|que|qu'|si",
    "concord": "ni|rien|aucun|aucune",
    "most": "peut atteindre|peuvent atteindre|pouvant atteindre|"
    "jusqu'à|jusqu'au|jusqu'aux|maximum|maximal*|au plus|pas plus de|pas plus d'|au maximum"
    "|au plus tard|dans les|limite|moins de|sous|d'ici",
    "until": "jusqu'à|jusqu'au|jusqu'aux|jusqu'en|jusque",
    "lack": "manqu*|absence|absent*|carence*|défaut|pénurie|déficit*|défici*|dépourv*|démuni*|dénué*",
    "prevent": "empêch*|évit*|prévenir|prévention|prévien*|protég*|protèg*|protec*",
    "instead": "au lieu|plutôt que|à la place",
    "concede": "même >sans|même en|même si|bien que|quoique|même lorsque|même quand|malgré",
    "otherwise": "sinon|autrement|sans quoi|faute de quoi|dans le cas contraire",
    "hard": "difficile*|difficulté*|à peine|mal",
    "gratis": "gratuit*|sans frais",
    "hedge": "droit|droits|loisir|sembl*|supporte*|accepte*|apparemment|soupçon*|présum*|occasionnel*"
    "|de temps en temps|le cas échéant|souhait*|désir*|pensez|suspect*|option*|tend|tendent"
    "|tendance|permis|au choix",
    "contraindicated?": "interdiction*|défense de|défendu*",
    "alternative": "ni",
    "earliest": "à partir|au plus tôt",
    "least": "pas >avant|pas moins de|pas moins d'|au moins|minimum|minimal*",
    "priv": "in*able|in*ables|in*ible|in*ibles|im*able|im*ables|im*ible|im*ibles|ir*ible|ir*able|inconnu*"
    "|incertain*|imprév*|inattendu*|inutile*|inchang*|incomplet*|incorrect*|involontaire*|irrégul*"
    "|inadéquat*|invisib*|inacti*|instable*|intoléran*|non|intact*|indemne*|asymptom*",
    "greater": "supérieur*|le plus élevé|la plus élevée|le plus grand|la plus grande|le plus haut"
    "|la dernière échéance|le dernier des deux|la plus tardive|le plus tardif|la date la plus tardive"
    "|le plus long des deux",
    "lesser": "inférieur*|le moins élevé|la moins élevée|le plus faible|la plus faible|le plus bas"
    "|la plus basse|le plus petit|la plus petite|la première échéance|selon la première éventualité"
    "|le premier des deux|la plus proche|le plus tôt des deux|la première de ces",
    "first": "premier|première|premiers|premières",
    "first?": "initial*|avant|début*|abord",
    "last": "dernier|dernière|derniers|dernières",
    "last?": "passé*|final*|précédent*|récent*",
    "reject": "refus*|rejet*",
    "exclude": "exclu*|écart*",
    "void": "annul*|invalid*|nul|nulle|nuls|nulles|caduc*|périmé*",
    "less": "moins",
    "fail": "échou*|échec*|erreur*",
    "ignore": "ignor*|néglig*",
    "outside": "hors|hors de|en dehors",
    "skip": "omett*|omis|omettre|sauter|saut*|oubli*|manqu*",
    "few": "peu",
    "negative": "négatif*|négativ*",
    "independent": "indépend*",
    "unlikely": "improbab*|peu probable*",
    "empty": "vide|vides",
    "fasting": "à jeun",
    "shut": "refus*",
    "whether": "ou non|ou pas",
    "floor": "au moins|au minimum|un minimum de|minimum de|pas moins de|ou plus|ou davantage|ou supérieur*",
    "floor?": "supérieur*|plus de|plus d'|à partir|au-dessus|au-delà|dépass*|dès|minim*|du moins",
    "ceiling": "au plus|au maximum|un maximum de|maximum de|tout au plus|pas plus de|pas plus d'"
    "|sans dépasser|sans excéder|ou moins",
    "ceiling?": "jusqu'à|jusqu'au|jusqu'aux|inférieur*|moins de|moins d'|au-dessous|maximum|maxim*"
    "|limite*|dans les|d'ici|au plus tard",
    "done": "déjà|ouvert*|utilisé*|traité*|vacciné*|diagnostiqué*|entamé*",
    "without?": "sans attendre|sans hésiter|sans hésitation|sans danger|sans risque|sans risques",
    "sine": "sans",
    "even": "même|y compris|aussi",
    "likelier": "plus probable*|plus fréquent*|plus fréquemment|plus souvent|plus courant*|plus habituel*"
    "|plus efficace*|plus grave*|plus sévère*|plus douloureu*|plus nombreu*|plus intens*|plus exposé*",
    "rarer": "moins probable*|moins fréquent*|moins fréquemment|moins souvent|moins courant*|moins habituel*"
    "|moins efficace*|moins grave*|moins sévère*|moins douloureu*|moins nombreu*|moins intens*"
    "|moins exposé*|plus rare|plus rares|plus rarement",
    "outset": "au début|en début|au commencement|dès le début|au démarrage",
    "ending": "à la fin|en fin de|à l'issue|au terme|vers la fin",
    "warmer": "plus chaud*",
    "colder": "plus froid*",
    "goon": "continu*|poursui*",
    "alone": "seul|seule|seuls|seules",
    "many": "beaucoup|nombreu*|bien des",
    "cheaper": "moins cher*|moins coûteu*|meilleur marché|plus économique*",
    "dearer": "plus cher*|plus coûteu*|plus onéreu*",
    "faster": "plus vite|plus rapid*",
    "slower": "plus lent*",
}
