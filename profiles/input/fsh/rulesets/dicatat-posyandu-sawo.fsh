// Who is answerable for what was noted: the place, as long as nobody is named.
RuleSet: DicatatPosyanduSawo
* performer.type = "Organization"
* performer.identifier.system = $tempat
* performer.identifier.value = "posyandu-sawo"
* performer.display = "Posyandu Sawo"
