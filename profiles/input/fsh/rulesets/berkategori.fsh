// Exactly one category of this kind among whatever others there are.
RuleSet: Berkategori(system, code)
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains jenis 1..1
* category[jenis] = {system}#{code}
