ValueSet: TafsirTbUVS
Id: tafsir-tb-u-vs
Title: "Tafsir tinggi badan menurut umur"
Description: "Kategori tinggi badan menurut umur yang mempunyai kode nasional."
* insert Terbitan
* insert Inggris([["Meaning of: height for age"]])
* $klinis#OI000011 "Sangat Pendek"
* $sct#444000005 "Short stature for age"
* $sct#17489000 "Body height normal for age"
* $sct#83077003 "Tinggi"
