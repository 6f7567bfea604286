Profile: StatusKenaikanBb
Parent: TemuanBerkode
Id: status-kenaikan-bb
Title: "Status kenaikan berat badan"
Description: "Status kenaikan berat badan. Dihitung dari penimbangan ini dan penimbangan bulan sebelumnya menurut KMS. Tanpa penimbangan bulan sebelumnya (O), atau pada penimbangan pertama (B), tidak ada."
* insert Terbitan
* insert Inggris([["Weight gain status"]])
* insert Diamati($klinis, OC000146, exam)
* value[x] from StatusKenaikanBbVS (required)
* method 1..1 MS
* method = CaraHitung#kms
* derivedFrom MS
* derivedFrom only Reference(Observation)
