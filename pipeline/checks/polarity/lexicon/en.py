"""English. Keys are senses; `?` marks forms that may have the sense; forms are divided by `|`."""

LEXICON: dict[str, str] = {
    "wait": "wait|waits|waiting|waited|allow|allowing",
    "limit": "no more than|not more than|not less than|no less than|no later than|no longer than"
    "|not to exceed|not exceed|not exceeding|no fewer than|not later than",
    "wrong": "misus*|mistak*|improper*|wrong*|incorrect*|inappropr*|inadequate",
    "forget": "forget*|forgot*|miss|missed",
    "beyond": "more than|exceed*|longer than|greater than|in excess of",
    "unless": "unless|except|except for",
    "unable": "unable|inability|impossible|incapable",
    "not": "neither|"
    "not|no|never|cannot|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't"
    "|wouldn't|shouldn't|mustn't|haven't|hasn't|hadn't|couldn't|none|nobody|nothing",
    "not?": "un*|and do not|and don't|nor|-free|skipped|skipping|skips|"
    "over-the-counter|otc|miss|misses|missed|missing|forget|forgets|forgot|forgotten|"
    "ignor*|neglect*|withhold*|withheld|reject*|lose|loses|lost|spare|spared|overlook*|"
    "disregard*|negative|disappear*|otherwise|even if|even though|"
    "whether|misus*|mistak*|improper*|wrong*|as long as|in case|"
    "abstain*|rule out|rules out|ruled out|"
    "unable|inability|impossible|lack|lacks|lacking|fail"
    "|fails|failed|failure|unless|rarely"
    "|seldom|hardly|scarcely|rather than|instead of|except|prevent|prevents|preventing|prevented"
    "|refrain|unlikely|absence|absent|free of|free from|insufficient|inadequate|stop|non|until"
    "|except for|no longer|deny|denied|refuse|exclude|excluded|unlike|independent|regardless|barely"
    "|uncontrol*|unsafe|unnecess*|unknown|untreat*|unclear|uncommon|uncertain|unsuit*|unauthor*"
    "|unexpected*|unpleas*|unaffect*|unchang*|unprov*|undiagnos*|unreli*|incomplet*|incorrect*"
    "|inconclus*|inconven*|ineffect*|inappropr*|inactiv*|invisib*|involunt*|irrevers*|irregul*"
    "|intoler*|imperfect*|only|avoid*|contraindicat*|prohibit*|forbid*|*less|difficult*|hard to"
    "|limit*|beyond|discontinu*|harmless|painless|yet to|no more than|not more than|not less than"
    "|no less than|no later than|no longer than|not to exceed|not exceed|not exceeding"
    "|leave out|leaves out|left out|out of|out|omit|omitted|skip|drop|remain|remains|same|poor"
    "|impair*|without a doubt|without doubt|beyond doubt",
    "without": "without",
    "only": "only|solely|exclusively|merely|nothing but",
    "only?": "as early as|as soon as|as few as|as little as|nobody except|no one but|none but"
    "|nothing except|"
    "just|alone|single|sole|unless|exclusive|restricted|limited|except|one|once|rarely",
    "must": "must|has to|have to|mandatory|obligatory|compulsory|is required|are required|required to|shall",
    "must?": "should|ought to|"
    "is to|are to|want|"
    "had to|"
    "need|needs|needed|necessary|require|requires|required|requiring|essential|recommended"
    "|advised|advisable|recommend|be sure|make sure|ensure|important|supposed|suggest|urgently"
    "|it is best|want to|advise",
    "may": "may|might|possibly|perhaps|maybe",
    "may?": "unlikely|improbable|"
    "could|"
    "hold|holds|seats|accommodates|keeps|lasts|can|possible|potential|potentially|likely"
    "|probable|probably|able|sometimes|allow|allows"
    "|allowed|capable|option|suitable|unable|cannot|can't|possibility|optional|would|tends|tend"
    "|suggests|suggest|permitted|enable|enables|feasible|chance|susceptible|prone|eligible|ability"
    "|*able",
    "avoid": "avoid|avoids|avoiding|avoided",
    "contraindicated": "contraindicat*|prohibit*|forbidden",
    "before": "before|prior to|beforehand|ahead of",
    "before?": "previous|previously|preceding|until",
    "after": "after|afterwards|subsequent to|subsequently",
    "after?": "following|later|then|since|next|thereafter|once",
    "increase?": "higher|more|greater",
    "increase": "increase|increases|increased|increasing|raise|raises|raised|rise|rises|rose"
    "|heighten*|elevat*|grow|grows|grew|grown",
    "decrease": "decrease|decreases|decreased|decreasing|reduce|reduces|reduced|reducing|reduction"
    "|lowers|lowered|lessen*|dropped|fell|declin*|diminish*",
    "decrease?": "lower|fewer|less|drop|drops|fall|falls|dropped|fell",
    "improve": "improve|improves|improved|improving|improvement*|better|relieve*|relief|alleviat*|eas*",
    "worsen": "worsen|worsens|worsened|worsening|worse|aggravat*|exacerbat*|deteriorat*",
    "often": "often|frequently|frequent|commonly|common|usually|generally|always|most|mostly",
    "seldom": "rarely|rare|seldom|uncommon|infrequent*|never",
    "safe": "safe|safely|harmless",
    "unsafe": "unsafe|dangerous|harmful|hazardous|risky",
    "effective": "effective|effectively|efficacious",
    "ineffective": "ineffective|useless|inefficient",
    "start": "start|starts|started|starting|begin|begins|began|initiate*|begun",
    "stop": "stop|stops|stopped|stopping|discontinu*|cease*|quit",
    "plain": "under*|unit*|uniq*|union*|univers*|unanim*|uncle*|unif*|unilat*|undergo*|without delay"
    "|without further delay|without exception|"
    "not only|no sooner|more or less|at least|whether or not|as well as not|at the latest"
    "|if not|not to mention|more than|less than|fewer than|at most|greater than|lower than"
    "|higher than|or more|or less|or fewer|no doubt|in order|in the|in a|in an|information|interior"
    "|until now|inner|input|inside|intake|undoubtedly",
    "alternative": "or|nor",
    "clause": "and|but|or|because|although|while|which|who|so|since",
}
