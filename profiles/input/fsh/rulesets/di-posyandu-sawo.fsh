// Where and by whom the visits of the stories were held.
RuleSet: DiPosyanduSawo
* location.location.type = "Location"
* location.location.identifier.system = $tempat
* location.location.identifier.value = "posyandu-sawo"
* location.location.display = "Posyandu Sawo"
* serviceProvider.type = "Organization"
* serviceProvider.identifier.system = $tempat
* serviceProvider.identifier.value = "posyandu-sawo"
* serviceProvider.display = "Posyandu Sawo"
