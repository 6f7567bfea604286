// Simulated data must be recognisable wherever it turns up, so the environment travels inside the resource.
RuleSet: BertandaLingkungan
* meta.tag ^slicing.discriminator.type = #value
* meta.tag ^slicing.discriminator.path = "system"
* meta.tag ^slicing.rules = #open
* meta.tag contains lingkungan 0..1
* meta.tag[lingkungan] from LingkunganVS (required)
* meta.tag[lingkungan].system 1..1
* meta.tag[lingkungan].system = Canonical(Lingkungan)
* meta.tag[lingkungan].code 1..1
