"""French. “ne … pas” is one negation: negations within a clause count once."""

LEXICON: dict[str, str] = {
    "wait": "attend*|patient*",
    "expletive": "à moins que|à moins qu'|avant que|avant qu'|de peur que|de crainte que|de peur qu'"
    "|de crainte qu'",
    "restrictive": "que|qu'|pas plus de|pas moins de|pas plus d'",
    "limit": "pas plus de|pas moins de|sans dépasser|sans excéder",
    "wrong": "inadéquat*|incorrect*|abusi*|mauvais*|erroné*|inappropri*",
    "forget": "oubli*",
    "beyond": "plus de|plus d'|dépass*|excéd*|excède*|plus longtemps que|supérieur*",
    "unless": "sauf|à moins que|hormis|sauf si",
    "unable": "impossible*|incapable*|incapacité",
    "not": "ne|n'|pas|jamais|aucun|aucune|rien|personne ne|nul|nulle|non",
    "not?": "interdiction*|nul|nulle|ignor*|oubli*|perd*|négatif*|négativ*|passez-vous|se passer"
    "|passer de|dispens*|"
    "sans dépasser|sans excéder|seulement après|"
    "seulement une fois|imprévisib*|omett*|omis|omettre|refus*|renonc*|absten*|exclu*|"
    "écart*|guère|inchang*|mal|invalid*|inaccept*|sinon|faute|"
    "impossible*|incapable*|incapacité|manque*|échou*|échec|sauf|rarement|à peine|plutôt que"
    "|au lieu|peu|guère|hormis|éviter|évitez|évite*|empêch*|à moins que|insuffisan*|absence"
    "|dépourvu*|exempt*|interdit*|interdi*|refus*|indépend*|inefficac*|insécur*|inadéquat*|inutile*"
    "|instable*|incontrôl*|irréversib*|inhabituel*|incertain*|inconnu*|incomplet*|incorrect*"
    "|involontaire*|irrégul*|déconseill*|imprév*|intoléran*|contre-indi*|indolore*|inadapt*"
    "|difficile*|invisib*|inoffens*|inacti*|injustifi*|non|pas moins de|pas plus de|ni|personne|nage",
    "without": "sans",
    "only": "seulement après|seulement une fois|seulement|uniquement|exclusivement|ne que|simplement"
    "|rien que",
    "only?": "seul|seule|seuls|seules|que|qu'|unique*|exclusif|exclusive|limité*|sauf|juste|à peine"
    "|réserv*|que les",
    "must": "doit|doivent|devrait|devraient|devra|devront|il faut|faut|obligatoire*|devez|faudra"
    "|faudrait|doive|dois|devons|devait|tenu de|tenus de|est requis*",
    "must?": "devrez|devrons|devrais|devriez|devait|devaient|dû|due|dut|durent|contraint*|forcé*|"
    "vaut mieux|préférable*|de préférence|mieux|"
    "nécessit*|nécessaire*|besoin|exig*|requi*|indispensable*|essentiel*|recommand*"
    "|conseill*|convient|veillez|assurez|important*|impérati*|à adapter|impose*|oblig*|devoir"
    "|veiller|primordial*",
    "may": "peut|peuvent|pourrait|pourraient|peut-être|possiblement|puisse|puissent|pourra|pourront"
    "|éventuellement",
    "may?": "possible*|capable*|probable*|probablement|potentiel*|permet*|possibilité*|parfois"
    "|susceptible*|éventuel*|apte*|pouvoir|aurait|auraient|pouvez|adapté*|facultatif|permis*"
    "|capacité|semble*|pu|hypoth*|théor*|convien*|sont de nature|autoris*|en mesure|à même",
    "avoid": "éviter|évitez|évite|évitent|évitant|évité*",
    "contraindicated": "interdiction*|défense de|contre-indi*|contrindi*|interdit*|proscri*|prohib*",
    "before": "avant|préalable*|préalablement|auparavant",
    "before?": "précèd*|précéd*|antérieur*|jusqu'à|d'ici",
    "after": "après|ensuite|à la suite|par la suite|ultérieurement",
    "after?": "suivant*|suite|puis|depuis|postérieur*|dès|à l'issue|au terme|une fois|ultérieur*|lendemain",
    "increase": "augment*|accro*|hauss*|élev*|croî*|croissan*|renfor*|major*|monte*|croiss*",
    "increase?": "supérieur*|plus",
    "decrease?": "moins|inférieur*|moindre",
    "decrease": "diminu*|rédui*|réduct*|baiss*|abaiss*|décroî*|atténu*|recul*|chut*",
    "improve": "amélior*|soulag*|mieux|meilleur*|allég*|bienfait*",
    "worsen": "aggrav*|empir*|pire|détérior*|exacerb*|dégrad*|pires",
    "often": "souvent|fréquent*|généralement|en général|courant*|couramment|habituel*|toujours"
    "|normalement|plupart|fréquemment",
    "seldom": "rare|rares|rarement|peu fréquent*|peu courant*|jamais|inhabituel*|exceptionnel*",
    "safe": "sûr|sûre|sûrs|sûres|sans danger|sécuri*|inoffens*|sans risque",
    "unsafe": "dangereu*|nocif*|nociv*|risqué*|nuisible*",
    "effective": "efficac*",
    "ineffective": "inefficac*|inutile*",
    "start": "commenc*|débu*|démarr*|instaur*|entam*|initi*",
    "stop": "arrêt*|cess*|interromp*|interrupt*|suspend*",
    "plain": "sans attendre|sans délai|sans tarder|sans retard|"
    "non seulement|plus ou moins|au moins|pas seulement|sans doute|n'est-ce pas|non plus"
    "|plus de|moins de|à moins de|du moins|pas uniquement|plus d'|moins d'|en plus|de plus"
    "|de plus en plus|déjà|début|non-stop|n'importe|pas à pas|le plus|la plus|les plus|premier pas"
    "|premiers pas|un pas|le pas",
    "clause": "et|mais|ou|car|qui|donc|que|qu'",
    "concord": "rien|aucun|aucune",
}
