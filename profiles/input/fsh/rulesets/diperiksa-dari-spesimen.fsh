// A laboratory's result is about what was examined, never about the person alone.
RuleSet: DiperiksaDariSpesimen
* category[jenis] = $kategori#laboratory
* specimen 1..1 MS
