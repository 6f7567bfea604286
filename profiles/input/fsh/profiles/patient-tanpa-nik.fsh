Profile: PatientTanpaNik
Parent: PatientIlp
Id: patient-tanpa-nik
Title: "Sasaran tanpa NIK"
Description: "Orang yang NIK-nya dan NIK ibunya belum diketahui. Wajar untuk bayi baru lahir; pengiriman menunggu NIK."
* insert Terbitan
* insert Inggris([["Person without a national number"]])
* identifier[nik] 0..0
* identifier[nikIbu] 0..0
