// What was done, under one category; the rest stands in Tindakan.
RuleSet: Dilakukan(category, system, code)
* category 1..1
* category = $sct#{category}
* code = {system}#{code}
