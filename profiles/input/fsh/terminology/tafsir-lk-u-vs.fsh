ValueSet: TafsirLkUVS
Id: tafsir-lk-u-vs
Title: "Tafsir lingkar kepala menurut umur"
Description: "Kategori lingkar kepala menurut umur yang mempunyai kode nasional."
* insert Terbitan
* insert Inggris([["Meaning of: head circumference for age"]])
* $sct#1148757008 "Microcephaly"
* $sct#840673007 "Normal head"
