// Code, category and UCUM unit of one measurement; the rest stands in Pengukuran.
RuleSet: Diukur(system, code, category, unit)
* category[jenis] = $kategori#{category}
* code = {system}#{code}
* value[x].code = #{unit}
