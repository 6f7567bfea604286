Profile: BbTidakNaik
Parent: YaTidak
Id: bb-tidak-naik
Title: "Berat badan tidak naik (T)"
Description: "Berat badan tidak naik (T). Dihitung dari penimbangan ini dan penimbangan bulan sebelumnya menurut KMS. Tanpa penimbangan bulan sebelumnya (O), atau pada penimbangan pertama (B), tidak ada."
* insert Terbitan
* insert Inggris([["Not gaining weight"]])
* insert Diamati($sct, 36440009, exam)
* method 1..1 MS
* method = CaraHitung#kms
* derivedFrom MS
* derivedFrom only Reference(Observation)
