"""English. Keys are senses; `?` marks forms that may have the sense; forms are divided by `|`."""

LEXICON: dict[str, str] = {
    "concord": "not even|nor even",
    "wait": "wait|waits|waiting|waited|allow|allowing|let it stand|let stand|leave to stand|stand",
    "limit": "no more than|not more than|no later than|no longer than|not to exceed|not exceed"
    "|not exceeding|not later than|no *er than|not *er than|never more than",
    "wrong": "misus*|mistak*|improper*|wrong*|incorrect*|inappropr*|inadequate",
    "forget": "forget*|forgot*|miss|missed",
    "beyond": "by more than|by over|more than|exceed*|longer than|greater than|in excess of|above|over"
    "|or more|or higher"
    "|or above|or over|or longer|or older|faster than|larger than|heavier than|higher than|wider than"
    "|deeper than|closer than|bigger than|further than|farther than|more often than|beyond",
    "unless": "unless|except|except for",
    "unless?": "exception*|apart from|other than",
    "unable": "unable|inability|impossible|incapable|disabilit*|disabled",
    "not": "no sooner >.|no sooner >;|no earlier >.|no later >.|nor should|nor may|nor can|nor must|nor does"
    "|nor do|nor is|nor are|nor will|nor has|nor have|nor did|nor was|nor were|nor would|nor could"
    "|nor shall|no other|not even|nor even|neither|not|no|never|cannot|can't|don't|doesn't|didn't|isn't"
    "|aren't|wasn't|weren't|won't|wouldn't|shouldn't|mustn't|haven't|hasn't|hadn't|couldn't|none|nobody"
    "|nothing|no longer|no one|no-one|nowhere|needn't|mightn't|no better than|not better than|not excluding"
    "|hardly any|hardly ever|hardly anyone|hardly anything|hardly anybody|scarcely any|scarcely ever"
    "|barely any",
    "not?": "indirect*|informal*|incompatib*|stay dry|stays dry|keep dry|kept dry|keep it dry"
    "|keep them dry|remain dry|remains dry|not necessarily|hardly a|hardly half|hardly one"
    "|scarcely a|scarcely half|scarcely one"
    "|not until|negligible|negligibly|banned|outlaw*|disallow*|^nor|excludes|awake|leave … off"
    "|leaves … on|keeps … on|keep … in|let alone|much less|still less|not to mention|excluding|exclusive of"
    "|net of|limit … to|limits … to|limited to|restrict … to|restricted to|leave … on|leave … in place"
    "|leave … in|leave … undisturbed|leave … alone|keep … on|badly|poorly|stays off|stay off|remains off"
    "|remain off|fall short|falls short|fell short|fallen short|sleepless|wear off|wears off|wore off"
    "|worn off|run out|runs out|ran out|abandon*|nobody except|no one except|none but|nothing except"
    "|nobody but|nothing but|nobody other than|no one other than|never before|abnormal*|atypical*|asymptom*"
    "|asynchr*|indefinit*|infinit*|inconsist*|insecur*|immatur*|immobil*|impur*|illeg*|illog*|irration*"
    "|inadvert*|inexper*|inhomogen*|heterogen*|nonst*|nonsm*|nonpres*|nonspec*|nonsurg*|noninv*|nontox*"
    "|nonaddict*|nonfatal|nonlin*|infrequ*|disabl*|deactivat*|rare|if not|may or may not|might or might not"
    "|still water|sit still|keep still|stay still|hold still|lie still|stand still|motionless|intact|-free"
    "|skipped|skipping|over-the-counter|otc|miss|misses|missed|missing|forget|forgets|forgot|forgotten"
    "|ignor*|reject*|overlook*|disregard*|negative|otherwise|misus*|improper*|wrong*|abstain*|rule out"
    "|rules out|ruled out|unable|inability|impossible|lack|lacks|lacking|fail|fails|failed|failure|unless"
    "|rarely|seldom|rather than|instead of|except|prevent|prevents|preventing|prevented|refrain|unlikely"
    "|absence|absent|free of|free from|insufficient|inadequate|stop|non|until|except for|no longer|deny"
    "|denied|refuse|exclude|excluded|independent|regardless|barely|uncontrol*|unsafe|unnecess*|unknown"
    "|untreat*|unclear|uncommon|uncertain|unsuit*|unauthor*|unexpected*|unpleas*|unaffect*|unchang*|unprov*"
    "|undiagnos*|unreli*|incomplet*|incorrect*|inconclus*|inconven*|ineffect*|inappropr*|inactiv*|invisib*"
    "|involunt*|irrevers*|irregul*|intoler*|imperfect*|only|avoid*|contraindicat*|prohibit*|forbid*|*less"
    "|difficult*|hard to|beyond|discontinu*|harmless|painless|yet to|no more than|not more than"
    "|not less than|no less than|no later than|no longer than|not to exceed|not exceed|not exceeding"
    "|leave out|leaves out|left out|out of|omit|omitted|skip|poor|without a doubt|without doubt"
    "|beyond doubt|un*ed|un*able|un*ly|un*ing|un*al|un*ic|un*ent|un*ant|un*ous|un*ful|un*ible|unstab*|unfit"
    "|unaware|unwell|unclean|unequal|uneven|in*able|in*ible|im*able|im*ible|ir*ible|ir*able|refus*|reluct*"
    "|denies|advises against|advised against|advise against|warns against|recommend against"
    "|recommends against|recommended against|advice against|few|little|bare|barefoot|void|invalid"
    "|other than|do without|does without|doing without|did without|go without|goes without|declin*|exempt*"
    "|at no cost|at no charge|no charge|no cost|costs nothing|cost nothing|as little as|no *er than"
    "|not *er than|without exception|no one but|no more *ly than|excused|waive*|opt out|opted out"
    "|safe to ignore|no worse than|not worse than|no different|keep from|keeps from|keep out|keeps out"
    "|no fewer than|no earlier than|no sooner than|no lower than|not lower than|or not|will or will not"
    "|does or does not|is or is not|do or do not|upset|upsets|disagrees|no narrower than|no smaller than"
    "|no younger than|no thinner than|no slower than|no colder than|no weaker than|no shorter than"
    "|no nearer than|no closer than|not narrower than|not smaller than|not younger than|not thinner than"
    "|not slower than|not colder than|not weaker than|not shorter than|not sooner than|not earlier than"
    "|not nearer than|not closer than|lacked|incapable|useless|unusable|turned away|turn away|turns away"
    "|sent away|check … for leaks|check … for damage|check … for cracks|check … for wear"
    "|inspect … for damage|inspect … for cracks|inspect … for leaks|inspect … for wear|checked … for leaks"
    "|checked … for damage|checked … for cracks|checked … for wear|hardly|scarcely|still open|remains open"
    "|remain open|open question|unresolved|undecided|nonprint*|too … to|or else|idle|dormant|unoccupied"
    "|fails to|fail to|failed to|failing to|failure to|fail to comply|fail to meet|fail to observe"
    "|fail to respect|fails to comply|fails to meet|fails to observe|fails to respect|failed to comply"
    "|failed to meet|failed to observe|failed to respect|failing to comply|failing to meet"
    "|failing to observe|failing to respect|failure to comply|failure to meet|failure to observe"
    "|failure to respect|unsure|as long as|leave as is|leave … as is|left as is|insensitive|nontriv*"
    "|nonzero|nonempty|nonnumer*|nonexist*|nonfunct*|nonessent*|nonstandard|nonurgent|nonspecif*|from being"
    "|raw|fail to do so|fails to do so|failing to do so|failure to do so|even if|fewer than one in"
    "|less than one in|fewer than one of|less than one of",
    "without": "without",
    "only": "only|solely|exclusively|merely|nothing but",
    "only?": "hardly a|hardly half|hardly one|scarcely a|scarcely half|scarcely one|barely|scarcely|hardly"
    "|mere|only then|nobody but|no one except|nobody other than"
    "|no one other than|as few as|as little as|nobody except|no one but|none but|nothing except|just|alone"
    "|single|sole|unless|exclusive|restricted|limited|except|rarely|as early as|as soon as|provided"
    "|providing|provided that|on condition|at the earliest|other than|all you need|all you have to do"
    "|all you need to do|all that is needed|enough|suffice*|nothing more|no other|bare|purely|confined"
    "|reserved|once|one|few|little",
    "must": "must|has to|have to|mandatory|obligatory|compulsory|is required|are required|required to|shall",
    "must?": "nor should|nor must|nor shall|should|ought to|is to|are to|had to|need|needs|needed|necessary"
    "|require|requires|required"
    "|requiring|essential|recommended|advised|advisable|recommend|be sure|make sure|ensure"
    "|important|supposed|suggest|urgently|it is best|advise|all you need|all you have to do"
    "|all you need to do|all that is needed|suffice*|may need to|might need to|call for"
    "|calls for|remember|take care|insist*|oblig*|forced|bound to|critical|imperative|urge*"
    "|must-have|prerequisite|best to|vital|crucial|please",
    "ought": "should|ought to|is to|are to|had to|has to|have to",
    "may": "may|might|possibly|perhaps|maybe",
    "may?": "nor may|nor can|nor could|may or may not|might or might not|unlikely|improbable|could|can"
    "|possible|potential"
    "|potentially|likely|probable|probably|able|sometimes|allow|allows|allowed|capable|option"
    "|suitable|unable|cannot|can't|possibility|optional|would|tends|tend|suggests|suggest"
    "|permitted|enable|enables|feasible|chance|susceptible|prone|eligible|ability|*able"
    "|may want|might want|may wish|might wish|may prefer|may like|might like|may need to"
    "|might need to|may as well|might as well",
    "avoid": "avoid|avoids|avoiding|avoided|refrain|refrains|refraining|abstain|abstains|abstaining",
    "contraindicated": "contraindicat*|prohibit*|forbidden",
    "before": "before|prior to|beforehand|ahead of|by noon|by midday|by midnight|by lunchtime|by bedtime"
    "|first >.|first >;|first >!",
    "before?": "previous|previously|preceding|until|earlier|sooner",
    "after": "only then|later|once opened|once thawed|once mixed|once prepared|once reconstituted|after"
    "|afterwards|subsequent to|subsequently|as soon as",
    "after?": "following|later|then|since|next|thereafter|once",
    "increase?": "doubl*|tripl*|fold|-fold|higher|more|greater",
    "increase": "went up|go up|goes up|gone up|going up|climb|climbs|climbed|climbing|soar*|surged|surges"
    "|surging|increase|increases|increased|increasing|raise|raises|raised|rise|rises|rose|heighten*"
    "|elevat*|grow|grows|grew|grown",
    "decrease": "went down|go down|goes down|gone down|going down|sank|shrank|shrunk|halve|halves|halved"
    "|decrease|decreases|decreased|decreasing|reduce|reduces|reduced|reducing|reduction|lowers"
    "|lowered|lessen*|dropped|fell|declin*|diminish*",
    "decrease?": "lower|fewer|less|drop|drops|fall|falls|dropped|fell",
    "improve": "improve|improves|improved|improving|improvement*|better|relieve*|relief|alleviat*|eas*",
    "worsen": "worsen|worsens|worsened|worsening|worse|aggravat*|exacerbat*|deteriorat*",
    "often": "often|frequently|commonly|usually|generally|always|most|mostly|frequent|common",
    "seldom": "rarely|rare|seldom|uncommon|infrequent*|never",
    "safe": "safe|safely|harmless",
    "unsafe": "unsafe|dangerous|harmful|hazardous|risky",
    "effective": "effective|effectively|efficacious",
    "ineffective": "ineffective|useless|inefficient|unusable",
    "start": "start|starts|started|starting|begin|begins|began|initiate*|begun",
    "stop": "stop|stops|stopped|stopping|discontinu*|cease*|quit|gave up|give up|gives up|giving up"
    "|given up|interrupt*|suspend*",
    "plain": "come out|comes out|came out|coming out|turn out|turns out|turned out|turning out|carry out"
    "|carries out|carried out|carrying out|fill out|fills out|filled out|filling out|find out|finds out"
    "|found out|finding out|point out|points out|pointed out|set out|sets out|work out|works out|worked out"
    "|try out|tries out|tried out|print out|prints out|printed out|lay out|laid out|read out|reads out"
    "|hand out|hands out|handed out|give out|gives out|given out|roll out|rolls out|rolled out|break out"
    "|breaks out|broke out|more likely than not|more often than not|as often as not|fell ill|fall ill"
    "|falls ill"
    "|fallen ill|falling ill|fell asleep|fall asleep|falls asleep|falling asleep|fell pregnant|at first"
    "|out of two|out of three|out of four|out of five|out of six|out of seven|out of eight|out of nine"
    "|out of ten|out of twelve|out of twenty|out of every|out of 10|out of 100|out of 5|out of 3|out of 4"
    "|out of 20|out of 1,000|out of a|once a|once an|once daily|once every|once per|at once|once more"
    "|once weekly|once again|without delay|without further delay|without exception|not only|not just"
    "|not merely|not simply|no sooner|more or less|at least|whether or not|as well as not|at the latest"
    "|not to mention|more than|less than|fewer than|at most|greater than|lower than|higher than|or less"
    "|or fewer|no doubt|in order|in the|in a|in an|information|interior|until now|inner|input|inside|intake"
    "|undoubtedly|no matter|no matter how|no matter what|no matter which|no matter where|no matter when"
    "|no matter who|unit*|union*|uncle|unique*|universal*|univers*|undera*|underb*|underc*|underd*|undere*"
    "|underf*|underg*|underh*|underl*|underm*|undern*|underp*|underr*|unders*|undert*|underu*|underv*"
    "|underw*|unanim*|uniform*|unif*|unilat*|unipol*|unguent*|few minutes|a few|a little|quite a few"
    "|last but not least|on no account|under no circumstances|in no time|no wonder|nothing less than"
    "|little by little|imping*|imbib*|invent*|no. 1|little one|little ones|free radicals|oxygen-free"
    "|no sooner than|than before|as before|like before|if not better|if not more|nevertheless|nonetheless"
    "|with or without|have or have not|unfortunat*|undo|undid|undone|implantable|impermeable|unlock*"
    "|unpack*|unscrew*|unplug*|unfold*|unzip*|unload*|has just|have just|had just|just before|just after"
    "|just like|just in case",
    "alternative": "nor should|nor may|nor can|nor must|nor does|nor do|nor is|nor are|nor will|nor has"
    "|nor have|nor did|nor was|nor were|nor would|nor could|nor shall|or|nor",
    "clause": "nor should|nor may|nor can|nor must|nor does|nor do|nor is|nor are|nor will|nor has|nor have"
    "|nor did|nor was|nor were|nor would|nor could|nor shall|and|but|or|because|although|while|which|who|so"
    "|since|unless|if|that",
    "restrictive": "hesitate|hesitation|mind",
    "most": "a maximum of|maximum of|limit … to|limits … to|limited to|restrict … to|restricted to|up to"
    "|no more than|not more than|at most|at the most|maximum|maximal|within|no longer than"
    "|no later than|no *er than|not exceed|not exceeding|as early as|as long as|by",
    "gratis": "free of charge|free|at no cost|at no charge|no charge|no cost|costs nothing|cost nothing",
    "until": "until|till|up until",
    "lack": "lack|lacks|lacking|absence|absent|missing|deficien*|shortage*|shortfall",
    "prevent": "prevent*|protect*|avoid*|avert*",
    "instead": "replace|replaces|replaced|replacing|substitute*|instead of|rather than",
    "concede": "notwithstanding|regardless of|no matter|even if|even though|though|although|even when",
    "otherwise": "otherwise|or else|if not|fail to do so|fails to do so|failing to do so|failure to do so",
    "hard": "difficult*|hard to|barely|hardly|scarcely",
    "hedge": "more likely than not|considered|regarded|believed|thought|holds|seats|accommodates|keeps"
    "|lasts|would|tends|tend|suggests|suggest|right|entitled|free to|welcome|chance|chances|seem|seems"
    "|appear|appears|thought to|presum*|apparently|allegedly|at times|now and then|should you"
    "|feel free|conceivabl*|hypothet*|theor*|permissi*|optional*|imagin*",
    "earliest": "only then|not until|at the earliest|as early as|only then",
    "least": "no less than|not less than|no fewer than|no earlier than|no sooner than|no lower than"
    "|not lower than|at least|or more|minimum|no narrower than|no smaller than|no younger than"
    "|no thinner than|no slower than|no colder than|no weaker than|no shorter than|no nearer than"
    "|no closer than|not narrower than|not smaller than|not younger than|not thinner than"
    "|not slower than|not colder than|not weaker than|not shorter than|not sooner than|not earlier than"
    "|not nearer than|not closer than",
    "priv": "un*ed|un*able|un*ly|un*ing|un*al|un*ic|un*ent|un*ant|un*ous|un*ful|un*ible|unstab*|unfit"
    "|unaware|unwell|unclean|unequal|uneven|in*able|in*ible|im*able|im*ible|ir*ible|ir*able|intoler*"
    "|abnormal*|atypical*|asymptom*|asynchr*|indefinit*|indirect*|infinit*|informal*|inconsist*|insecur*"
    "|immatur*|immobil*|impur*|illeg*|illog*|irration*|inadvert*|inexper*|inhomogen*|heterogen*|nonst*"
    "|nonsm*|nonpres*|nonspec*|nonsurg*|noninv*|nontox*|nonaddict*|nonfatal|nonlin*|infrequ*|unknown"
    "|unclear|uncertain|unchanged|nonprint*|nontriv*|nonzero|nonempty|nonnumer*|nonexist*|nonfunct*"
    "|nonessent*|nonstandard|nonurgent|nonspecif*|insensitive|still open|remains open|remain open"
    "|open question|unresolved|undecided",
    "greater": "the higher of|the larger of|the greater of|the longer of|the later of|whichever is higher"
    "|whichever is the higher|whichever is greater|whichever is the greater"
    "|whichever is larger|whichever is the larger|whichever is longer|whichever is the longer"
    "|whichever is later|whichever is the later|whichever comes last|whichever occurs last|whichever is last"
    "|whichever happens last|whichever comes later|whichever occurs later",
    "lesser": "the lower of|the smaller of|the lesser of|the shorter of|the earlier of|whichever is lower"
    "|whichever is the lower|whichever is smaller|whichever is the smaller"
    "|whichever is lesser|whichever is the lesser|whichever is shorter|whichever is the shorter"
    "|whichever is earlier|whichever is the earlier|whichever is sooner|whichever is the sooner"
    "|whichever comes first|whichever occurs first|whichever is first|whichever happens first"
    "|whichever comes sooner|whichever occurs sooner|whichever comes earlier|whichever occurs earlier",
    "first": "first|firstly",
    "first?": "initial*|original*|before|begin*|start*|earliest|new|primar*|once",
    "last": "last|final",
    "last?": "latest|past|previous|recent*|ultimate*|after",
    "reject": "reject*|refus*|declin*|turned away|turn away|turns away|sent away",
    "floor": "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of"
    "|no lower than|not lower than|no shorter than|or more|or longer|or older|or higher|no narrower than"
    "|no smaller than|no younger than|no thinner than|no slower than|no colder than|no weaker than"
    "|no sooner than|no earlier than|no nearer than|no closer than|not narrower than|not smaller than"
    "|not younger than|not thinner than|not slower than|not colder than|not weaker than|not shorter than"
    "|not sooner than|not earlier than|not nearer than|not closer than",
    "ceiling": "at most|at the most|no more than|not more than|a maximum of|maximum of|not exceed"
    "|not exceeding|no longer than|not longer than|no higher than|not higher than|or less|or fewer"
    "|or below|or under|up to",
    "floor?": "up to … before|up to … beforehand|up to … in advance|up to … ahead|up to … prior|or above"
    "|or over|from|over|more than|minimum|above|exceed*",
    "ceiling?": "or below|or under|exceed*|maximum|within|under|until|below|less than|fewer than|limit*|by",
    "short": "under|below|less than|fewer than|younger than|shorter than|short of|lower than",
    "done": "already|previously|once|after|treated|opened|used|vaccinated|diagnosed",
    "reach": "a maximum of|maximum of|up to|as many as|as much as|at most",
    "goon": "continue|continues|continued|continuing|keep taking|keep using|go on|goes on|carry on"
    "|carries on",
    "empty": "empty|vacant|blank|bare",
    "void": "void|voids|voided|invalid*|expire*|lapse*|nullif*|cancel*|expire|expires|expired",
    "unwell": "unwell|discomfort*|uncomfort*|malaise|unpleas*|uneas*|anxious|anxiety",
    "anytime": "any time|anytime|whenever|at will",
    "withdraw": "withdraw*|opt out|opts out|stop|stops|stopped|stopping|discontinu*|cease*|quit|quits"
    "|give up|end|ends|interrupt*|abandon*|leave",
    "good": "well tolerated|good|normal|normally",
    "bad": "poorly|poor|bad|badly|abnormal*|adverse*",
    "exclude": "exclusive of|net of|rule out|rules out|ruled out|ruling out|exclude|excludes|excluded"
    "|excluding|exclusion",
    "less": "less|fewer|lesser",
    "fail": "fail|fails|failed|failing|failure|failures|fails to|fail to|failed to|failing to|failure to"
    "|fail to comply|fail to meet|fail to observe|fail to respect|fails to comply|fails to meet"
    "|fails to observe|fails to respect|failed to comply|failed to meet|failed to observe|failed to respect"
    "|failing to comply|failing to meet|failing to observe|failing to respect|failure to comply"
    "|failure to meet|failure to observe|failure to respect",
    "ignore": "ignor*|overlook*|disregard*",
    "outside": "out of|outside|out|beyond",
    "skip": "skip|skips|skipped|skipping|omit|omits|omitted|omitting|leave out|leaves out|left out|miss"
    "|misses|missed|missing",
    "few": "few|little",
    "negative": "negative*",
    "unlikely": "unlikely|improbab*",
    "independent": "independent*|regardless|irrespective",
    "fasting": "fasting|fasted|empty stomach|nil by mouth|to fast|fast >from|fast >for|fast >before"
    "|fast >overnight|fast >until",
    "shut": "deny|denies|denied|refuse*",
    "whether": "whether|or not",
    "flat": "still water",
    "contrary": "void|null and void|leave out|omit|omits|omitted|lack|lacks|lacked|lacking|absence|absent"
    "|rule out|rules out|ruled out|unable|inability|incapable|unaware|impossible|useless|ineffective"
    "|unusable|excluded|excludes|exclude|fails to|fail to|failing to|failure to",
    "even": "even|also|too|as well|including|same|as well as|likewise",
    "seldom?": "less frequent|less frequently|less often|less common|less commonly",
    "likelier": "more likely|more frequent|more frequently|more often|more common|more commonly"
    "|more effective|more severe|more painful|more prevalent|more successful|likelier|more serious|just as"
    "|equally|at least as",
    "rarer": "less likely|less frequent|less frequently|less often|less common|less commonly|less effective"
    "|less severe|less painful|less prevalent|less successful|fewer cases|rarer|half as likely"
    "|half as common|half as frequent|half as often|half as many",
    "outset": "at the start of|at the beginning of|at the outset|at the onset of|at the start"
    "|at the beginning",
    "ending": "at the end of|at the close of|at the end|towards the end of",
    "warmer": "or warmer|or hotter|warmer than|hotter than",
    "colder": "or colder|or cooler|colder than|cooler than",
    "hinge": "if|unless|when|while",
    "alone": "alone|unaccompanied|by himself|by themselves|by yourself|single-handed",
    "many": "many|numerous|plenty",
    "cheaper": "cheaper|less expensive|less costly",
    "dearer": "dearer|more expensive|more costly|costlier",
    "faster": "faster|more quickly|more rapidly",
    "slower": "slower|more slowly|less quickly",
}
