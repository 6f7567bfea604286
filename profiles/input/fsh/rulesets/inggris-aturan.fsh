// The English sentence beside the Indonesian one of an invariant, as R4's translation extension.
RuleSet: InggrisAturan(sentence)
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #en
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = {sentence}
