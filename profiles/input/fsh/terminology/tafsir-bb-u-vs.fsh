ValueSet: TafsirBbUVS
Id: tafsir-bb-u-vs
Title: "Tafsir berat badan menurut umur"
Description: "Kategori berat badan menurut umur yang mempunyai kode nasional."
* insert Terbitan
* insert Inggris([["Meaning of: weight for age"]])
* $klinis#OI000007 "Berat Badan Sangat Kurang"
* $sct#248342006 "Underweight"
* $sct#43664005 "Normal weight"
* $klinis#OI000010 "Risiko Berat Badan Lebih"
