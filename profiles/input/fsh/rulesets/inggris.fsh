// The English title beside the Indonesian one, as R4's translation extension.
RuleSet: Inggris(title)
* ^title.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* ^title.extension[0].extension[0].url = "lang"
* ^title.extension[0].extension[0].valueCode = #en
* ^title.extension[0].extension[1].url = "content"
* ^title.extension[0].extension[1].valueString = {title}
