// Code and category of what has no unit; the rest stands in the parent.
RuleSet: Diamati(system, code, category)
* category[jenis] = $kategori#{category}
* code = {system}#{code}
