Profile: BbNaikAdekuat
Parent: YaTidak
Id: bb-naik-adekuat
Title: "Kenaikan berat badan adekuat (N)"
Description: "Kenaikan berat badan adekuat (N). Dihitung dari penimbangan ini dan penimbangan bulan sebelumnya menurut KMS. Tanpa penimbangan bulan sebelumnya (O), atau pada penimbangan pertama (B), tidak ada."
* insert Terbitan
* insert Inggris([["Adequate weight gain"]])
* insert Diamati($klinis, OC000012, exam)
* method 1..1 MS
* method = CaraHitung#kms
* derivedFrom MS
* derivedFrom only Reference(Observation)
