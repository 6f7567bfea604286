Extension: MenyatakanUlang
Id: menyatakan-ulang
Title: "Aturan yang menyatakan ulang"
Description: "Menandai aturan berkalimat yang menyatakan ulang ikatan kode, jenis isi, atau isi irisan dan bagian profil ini, agar validator yang tidak melihatnya, atau tanpa peladen terminologi, memutuskan sama. Yang sudah memeriksa semuanya sendiri boleh melewatinya: putusannya tidak berubah."
Context: ElementDefinition.constraint
* insert Terbitan
* insert Inggris([["Rule that says another again"]])
* value[x] 1..1
* value[x] only boolean
