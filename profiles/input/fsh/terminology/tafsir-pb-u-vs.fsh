ValueSet: TafsirPbUVS
Id: tafsir-pb-u-vs
Title: "Tafsir panjang badan menurut umur"
Description: "Kategori panjang badan menurut umur yang mempunyai kode nasional."
* insert Terbitan
* insert Inggris([["Meaning of: length for age"]])
* $klinis#OI000011 "Sangat Pendek"
* $sct#444000005 "Short stature for age"
* $sct#17489000 "Body height normal for age"
* $klinis#OI000013 "Normal"
* $sct#83077003 "Tinggi"
