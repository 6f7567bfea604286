ValueSet: TafsirGiziVS
Id: tafsir-gizi-vs
Title: "Tafsir berat badan menurut panjang atau tinggi badan, dan IMT menurut umur"
Description: "Kategori berat badan menurut panjang atau tinggi badan, dan IMT menurut umur yang mempunyai kode nasional."
* insert Terbitan
* insert Inggris([["Meaning of: weight for length or height, and BMI for age"]])
* $klinis#OI000001 "Gizi Buruk"
* $sct#248325000 "Undernourished"
* $sct#248324001 "Well nourished"
* $klinis#OI000004 "Risiko Gizi Lebih"
* $sct#238131007 "Overweight"
* $sct#414915002 "Obese"
