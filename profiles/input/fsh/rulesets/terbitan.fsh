RuleSet: Terbitan
* ^version = "0.1.0"
* ^status = #draft
* ^experimental = false
* ^date = "2025-10-01"
* ^publisher = "Titian"
* ^jurisdiction = $negara#ID "Indonesia"
