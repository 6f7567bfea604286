Profile: Edukasi
Parent: Tindakan
Id: edukasi
Title: "Penyuluhan"
Description: "Satu topik penyuluhan pada satu kunjungan: topiknya adalah kode tindakan. Topik tanpa kode nasional tertulis dengan kata kita; bila formulir hanya bertanya ya atau tidak, kodenya penyuluhan itu sendiri."
* insert Terbitan
* insert Inggris([["Health education"]])
* category 1..1
* category = $sct#409073007
* code obeys ilp-berkode-atau-tertulis
